package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/** Parameters in the order in which matrix products take them, and their gradients back. */
final class ReorderedParameters {
    private final int[] places;
    private final int count;
    private final Chunks chunks;
    private final Kernel picking = new Picking();
    private final Kernel adding = new Adding();

    /**
     * @param places for every number in that order its place among the layer's own, or -1 where there is none and it is 0
     * @param count how many of the layer's own numbers take part, counted from the first
     */
    ReorderedParameters(int[] places, int count, Chunks chunks) {
        this.places = places.clone();
        this.count = count;
        this.chunks = chunks;
    }

    /** Writes the parameters in that order. */
    void pick(Memory own, Memory ordered) {
        chunks.read(0, own, 0, count);
        chunks.apply(picking, 2, places.length);
        chunks.write(1, ordered, 0, places.length);
    }

    /** Writes the layer's own gradients, each the sum of those that its parameter got. */
    void add(Memory ordered, Memory own) {
        chunks.read(0, ordered, 0, places.length);
        chunks.fill(1, 0, count, 0);
        chunks.apply(adding, 2, places.length);
        chunks.write(1, own, 0, count);
    }

    private final class Picking implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] own = operands[0];
            float[] ordered = operands[1];
            for (int i = 0; i < count; i++) {
                ordered[i] = places[i] < 0 ? 0 : own[places[i]];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] own = operands[0];
            double[] ordered = operands[1];
            for (int i = 0; i < count; i++) {
                ordered[i] = places[i] < 0 ? 0 : own[places[i]];
            }
        }
    }

    private final class Adding implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] ordered = operands[0];
            float[] own = operands[1];
            for (int i = 0; i < count; i++) {
                if (places[i] >= 0) {
                    own[places[i]] += ordered[i];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] ordered = operands[0];
            double[] own = operands[1];
            for (int i = 0; i < count; i++) {
                if (places[i] >= 0) {
                    own[places[i]] += ordered[i];
                }
            }
        }
    }
}
