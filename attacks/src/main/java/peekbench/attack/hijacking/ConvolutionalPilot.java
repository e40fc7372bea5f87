package peekbench.attack.hijacking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.TransposedConvolution;

/**
 * A pilot of square images and its inverse, convolutions throughout, so that what is at a place in the image stays at that
 * place in the feature space. The pilot halves the image until it is about as large as feature maps and is linear: the simpler
 * its feature space, the sooner the client's layers find into it. The inverse goes the same way back with twice as many feature
 * maps and a ReLU behind each layer but the last, which is linear.
 *
 * @param input the shape of one input, {@code [C, S, S]}
 * @param smashed the shape of one example of smashed data, {@code [K, s, s]} with {@code s <= S}
 * @param channels feature maps behind the first layer, doubled at each further one that halves the image
 */
record ConvolutionalPilot(Shape input, Shape smashed, int channels) {
    private static final int KERNEL = 3;

    /** Whether there is such a pilot between these shapes. */
    static boolean suits(Shape input, Shape smashed) {
        return isSquare(input) && isSquare(smashed) && input.size(1) >= smashed.size(1);
    }

    private static boolean isSquare(Shape shape) {
        return shape.isImage() && shape.size(1) == shape.size(2);
    }

    /** From inputs to smashed data, without an activation at the end. */
    Stack pilot() {
        Stack stack = new Stack();
        int halvings = sides().size() - 1;
        IntStream.range(0, halvings).forEach(halving -> stack.add(new Convolution(channels << halving, KERNEL, 2, 1)));
        if (halvings == 0) {
            stack.add(new Convolution(channels, KERNEL, 1, 1));
        }
        return stack.add(Convolution.resizing(smashed.size(0), smashed.size(1) - lastSide()));
    }

    /** From smashed data to inputs. */
    List<NamedLayer> inverse() {
        List<Integer> sides = sides();
        int halvings = sides.size() - 1;
        Stack stack = new Stack();
        if (halvings == 0 || smashed.size(1) != lastSide()) {
            stack.add(Convolution.resizing(channels << (halvings + 1), lastSide() - smashed.size(1)))
                    .add(Activation.RELU);
        }
        for (int halving = halvings - 1; halving >= 0; halving--) {
            int enlarged = 2 * sides.get(halving + 1);
            int maps = channels << (halving + 1);
            stack.add(new TransposedConvolution(maps, 2 * KERNEL, 2, 2)).add(Activation.RELU);
            if (enlarged != sides.get(halving)) {
                stack.add(Convolution.resizing(maps, sides.get(halving) - enlarged))
                        .add(Activation.RELU);
            }
        }
        return stack.add(new Convolution(input.size(0), KERNEL, 1, 1)).layers();
    }

    /** The image's side, and what is left of it after each halving. */
    private List<Integer> sides() {
        List<Integer> sides = new ArrayList<>(List.of(input.size(1)));
        for (int half = half(input.size(1)); half >= smashed.size(1) && half < lastOf(sides); half = half(half)) {
            sides.add(half);
        }
        return sides;
    }

    private static int half(int side) {
        return (side + 1) / 2;
    }

    private static int lastOf(List<Integer> sides) {
        return sides.get(sides.size() - 1);
    }

    private int lastSide() {
        return lastOf(sides());
    }
}
