package peekbench.ui.service;

import java.awt.image.BufferedImage;

/**
 * What was there and what an attack made of it.
 *
 * @param original the private picture
 * @param reconstruction the attack's answer
 * @param similarity SSIM of the two; 1 is the picture itself
 */
public record PicturePair(BufferedImage original, BufferedImage reconstruction, double similarity) {}
