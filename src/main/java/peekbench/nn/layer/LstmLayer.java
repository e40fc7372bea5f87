package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Long short-term memory at work; the gates lie in the order input, forget, candidate, output. */
final class LstmLayer extends RecurrentLayer {
    private static final int GATES = 4;

    private final BatchBuffer cells;
    private final BatchBuffer squashedCells;
    private final BatchBuffer cellCarries;
    private final BatchBuffer gateGradients;

    LstmLayer(Shape input, int units, Precision precision) {
        super(input, units, GATES, precision);
        this.cells = new BatchBuffer(Shape.of(steps + 1L, units), precision);
        this.squashedCells = new BatchBuffer(Shape.of(steps, units), precision);
        this.cellCarries = new BatchBuffer(Shape.of(units), precision);
        this.gateGradients = gateBuffer();
    }

    @Override
    void begin(int examples) {
        cells.of(examples).fill(0, examples * units, 0);
    }

    @Override
    void beginBackward(int examples) {
        cellCarries.of(examples).fill(0, examples * units, 0);
    }

    @Override
    void advance(int at, int examples, Memory a, Memory b, Memory h) {
        Memory cell = cells.of(examples);
        Memory squashed = squashedCells.of(examples);
        for (int row = at; row < at + examples; row++) {
            int gate = row * GATES * units;
            for (int place = row * units; place < (row + 1) * units; place++, gate++) {
                double in = sigmoid(a.get(gate) + b.get(gate));
                double forget = sigmoid(a.get(gate + units) + b.get(gate + units));
                double candidate = tanh(a.get(gate + 2 * units) + b.get(gate + 2 * units));
                double out = sigmoid(a.get(gate + 3 * units) + b.get(gate + 3 * units));
                double next = forget * cell.get(place) + in * candidate;
                double squash = tanh(next);
                a.put(gate, in);
                a.put(gate + units, forget);
                a.put(gate + 2 * units, candidate);
                a.put(gate + 3 * units, out);
                cell.put(place + examples * units, next);
                squashed.put(place, squash);
                h.put(place + examples * units, out * squash);
            }
        }
    }

    @Override
    void retreat(int at, int examples, Memory a, Memory b, Memory h, Memory stateGradient, Memory carry) {
        Memory cell = cells.of(examples);
        Memory squashed = squashedCells.of(examples);
        Memory cellCarry = cellCarries.of(examples);
        Memory gradient = gateGradients.of(examples);
        int carried = 0;
        for (int row = at; row < at + examples; row++) {
            int gate = row * GATES * units;
            for (int place = row * units; place < (row + 1) * units; place++, gate++, carried++) {
                double in = a.get(gate);
                double forget = a.get(gate + units);
                double candidate = a.get(gate + 2 * units);
                double out = a.get(gate + 3 * units);
                double squash = squashed.get(place);
                double ofState = stateGradient.get(place);
                double ofCell = cellCarry.get(carried) + ofState * out * (1 - squash * squash);
                gradient.put(gate, ofCell * candidate * in * (1 - in));
                gradient.put(gate + units, ofCell * cell.get(place) * forget * (1 - forget));
                gradient.put(gate + 2 * units, ofCell * in * (1 - candidate * candidate));
                gradient.put(gate + 3 * units, ofState * squash * out * (1 - out));
                cellCarry.put(carried, ofCell * forget);
            }
        }
        carry.fill(0, examples * units, 0);
    }

    @Override
    Memory fromInputGradients(int examples) {
        return gateGradients.of(examples);
    }

    /** The two are summed before anything else happens to them. */
    @Override
    Memory fromStateGradients(int examples) {
        return gateGradients.of(examples);
    }
}
