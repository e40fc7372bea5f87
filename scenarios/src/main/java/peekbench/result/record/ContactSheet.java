package peekbench.result.record;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The first pairs of originals and reconstructions as one picture: each original with its reconstruction below. */
public final class ContactSheet {
    private static final int COLUMNS = 16;
    private static final int BLOCKS = 4;
    private static final int SCALE = 2;
    private static final int GAP = 4;

    private ContactSheet() {}

    /**
     * Writes it as PNG.
     *
     * @param originals {@code [N, C, H, W]} in [0, 1]
     * @param made of the first {@code n} of them, {@code [n, C, H, W]}
     */
    public static void write(INDArray originals, INDArray made, Path file) throws IOException {
        if (!ImageIO.write(of(originals, made), "png", file.toFile())) {
            throw new IOException("this Java machine cannot write PNG");
        }
    }

    private static BufferedImage of(INDArray originals, INDArray made) {
        int count = (int) Math.min(made.size(0), COLUMNS * BLOCKS);
        int height = (int) originals.size(2) * SCALE;
        int width = (int) originals.size(3) * SCALE;
        int columns = Math.min(count, COLUMNS);
        int blocks = (count + COLUMNS - 1) / COLUMNS;
        int blockHeight = 2 * height + 2 * GAP;
        BufferedImage sheet = new BufferedImage(
                Math.max(1, columns * (width + GAP) + GAP),
                Math.max(1, blocks * blockHeight + GAP),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < count; i++) {
            int x = GAP + i % COLUMNS * (width + GAP);
            int y = GAP + i / COLUMNS * blockHeight;
            draw(graphics, originals, i, x, y, width, height);
            draw(graphics, made, i, x, y + height, width, height);
        }
        graphics.dispose();
        return sheet;
    }

    private static void draw(Graphics2D graphics, INDArray images, int i, int x, int y, int width, int height) {
        graphics.drawImage(PixelImage.of(images.get(NDArrayIndex.point(i))), x, y, width, height, null);
    }
}
