package peekbench.nn.model;

import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.LastState;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.RowSequence;
import peekbench.problem.Problems;

/** What the recurrent networks have in common. */
final class RecurrentNetworks {
    private RecurrentNetworks() {}

    static void check(int units, int layers) {
        Problems problems = new Problems();
        problems.atLeast("units", units, 1);
        problems.atLeast("layers", layers, 1);
        problems.throwIfAny();
    }

    static Architecture build(String name, LayerSpec recurrent, int layers, Shape input, int outputs) {
        Architecture.Builder builder = new Architecture.Builder().add("rows", new RowSequence());
        for (int place = 1; place <= layers; place++) {
            builder.add(name + place, recurrent);
        }
        return builder.add("last", new LastState())
                .add("fc1", new Dense(outputs))
                .build(name, input);
    }
}
