package example;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.random.RandomGenerator;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.nn.array.Shape;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.seed.Seed;

/** Grey images with stripes that lie or stand, of any width and place: made when they are asked for, the same ones each time. */
// region dataset
@AutoService(DatasetProvider.class)
@Name("stripes")
@Summary("stripes that lie or stand, 16x16 grey, 800 and 200")
public record Stripes() implements DatasetProvider {
    private static final int SIDE = 16;
    private static final int TRAINING = 800;
    private static final int ALL = 1000;

    @Override
    public DatasetSource source() {
        return new DatasetSource.Included(Stripes::make);
    }

    private static Dataset make() {
        RandomGenerator random = Seed.of(1).child("stripes").generator();
        byte[] pixels = new byte[ALL * SIDE * SIDE];
        int[] labels = new int[ALL];
        for (int image = 0; image < ALL; image++) {
            labels[image] = image % 2;
            double width = random.nextDouble(2, 6);
            double shift = random.nextDouble(SIDE);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int along = labels[image] == 0 ? pixel / SIDE : pixel % SIDE;
                double wave = Math.sin((along + shift) * Math.PI / width);
                pixels[image * SIDE * SIDE + pixel] = (byte) Math.round(127.5 * (1 + wave));
            }
        }
        return Dataset.ofImages(
                "stripes", List.of("lying", "standing"), Shape.of(1, SIDE, SIDE), pixels, labels, TRAINING);
    }
}
// endregion
