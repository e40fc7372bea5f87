package peekbench.result.record;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The first pairs of a {@link Reconstructions} as one picture: each original with its reconstruction below. */
final class ContactSheet {
    private static final int COLUMNS = 16;
    private static final int BLOCKS = 4;
    private static final int SCALE = 2;
    private static final int GAP = 4;

    private ContactSheet() {}

    static BufferedImage of(Reconstructions made) {
        INDArray originals = made.originals();
        int count = Math.min(made.size(), COLUMNS * BLOCKS);
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
            draw(graphics, made.reconstructions(), i, x, y + height, width, height);
        }
        graphics.dispose();
        return sheet;
    }

    private static void draw(Graphics2D graphics, INDArray images, int i, int x, int y, int width, int height) {
        graphics.drawImage(PixelImage.of(images.get(NDArrayIndex.point(i))), x, y, width, height, null);
    }
}
