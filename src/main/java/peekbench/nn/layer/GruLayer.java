package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Gated recurrent unit at work; the gates lie in the order reset, update, candidate. */
final class GruLayer extends RecurrentLayer {
    private static final int GATES = 3;

    private final BatchBuffer inputSide;
    private final BatchBuffer stateSide;

    GruLayer(Shape input, int units, Precision precision) {
        super(input, units, GATES, precision);
        this.inputSide = gateBuffer();
        this.stateSide = gateBuffer();
    }

    @Override
    void begin(int examples) {
        // The state is all that the cell keeps.
    }

    @Override
    void beginBackward(int examples) {
        // The state's gradient is all that the cell carries back.
    }

    @Override
    void advance(int at, int examples, Memory a, Memory b, Memory h) {
        for (int row = at; row < at + examples; row++) {
            int gate = row * GATES * units;
            for (int place = row * units; place < (row + 1) * units; place++, gate++) {
                double reset = sigmoid(a.get(gate) + b.get(gate));
                double update = sigmoid(a.get(gate + units) + b.get(gate + units));
                double candidate = tanh(a.get(gate + 2 * units) + reset * b.get(gate + 2 * units));
                a.put(gate, reset);
                a.put(gate + units, update);
                a.put(gate + 2 * units, candidate);
                h.put(place + examples * units, (1 - update) * candidate + update * h.get(place));
            }
        }
    }

    @Override
    void retreat(int at, int examples, Memory a, Memory b, Memory h, Memory stateGradient, Memory carry) {
        Memory ofInput = inputSide.of(examples);
        Memory ofState = stateSide.of(examples);
        int carried = 0;
        for (int row = at; row < at + examples; row++) {
            int gate = row * GATES * units;
            for (int place = row * units; place < (row + 1) * units; place++, gate++, carried++) {
                double reset = a.get(gate);
                double update = a.get(gate + units);
                double candidate = a.get(gate + 2 * units);
                double slope = stateGradient.get(place);
                double ofCandidate = slope * (1 - update) * (1 - candidate * candidate);
                double ofReset = ofCandidate * b.get(gate + 2 * units) * reset * (1 - reset);
                double ofUpdate = slope * (h.get(place) - candidate) * update * (1 - update);
                ofInput.put(gate, ofReset);
                ofInput.put(gate + units, ofUpdate);
                ofInput.put(gate + 2 * units, ofCandidate);
                ofState.put(gate, ofReset);
                ofState.put(gate + units, ofUpdate);
                ofState.put(gate + 2 * units, ofCandidate * reset);
                carry.put(carried, slope * update);
            }
        }
    }

    @Override
    Memory fromInputGradients(int examples) {
        return inputSide.of(examples);
    }

    @Override
    Memory fromStateGradients(int examples) {
        return stateSide.of(examples);
    }
}
