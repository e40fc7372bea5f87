package peekbench.attack.decoder;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Rows;
import peekbench.nn.array.SavedState;
import peekbench.threat.attack.ClientShapes;

/**
 * How smashed data and inputs look to the decoder.
 *
 * @param smashed standardises smashed data
 * @param tables standardises inputs that are rows of a table; images stay as they are
 */
record Encoding(Standardization smashed, Optional<Standardization> tables) {

    /** The encoding that the attacker's own records suggest. */
    static Encoding of(INDArray smashed, INDArray inputs, boolean images) {
        return new Encoding(
                Standardization.of(smashed), images ? Optional.empty() : Optional.of(Standardization.of(inputs)));
    }

    /** One that was written down. */
    static Encoding restored(ClientShapes shapes, SavedState written) {
        return new Encoding(
                Standardization.restored(written.part("smashed")),
                shapes.input().isImage()
                        ? Optional.empty()
                        : Optional.of(Standardization.restored(written.part("inputs"))));
    }

    void remember(SavedState state) {
        smashed.remember(state.part("smashed"));
        tables.ifPresent(table -> table.remember(state.part("inputs")));
    }

    Pairs pairs(INDArray smashedData, INDArray inputs) {
        return new Pairs(
                smashed.apply(smashedData),
                tables.map(table -> table.apply(inputs)).orElse(inputs));
    }

    /** The network's outputs as inputs: images clipped to [0, 1], rows of tables in their own units. */
    INDArray decode(INDArray outputs) {
        return tables.map(table -> table.invert(outputs))
                .orElseGet(() -> Transforms.max(Transforms.min(outputs, 1), 0));
    }

    /**
     * Smashed data and the inputs they were made of, both as the network takes them.
     *
     * @param smashed {@code [N, …]}
     * @param inputs {@code [N, …]}
     */
    record Pairs(INDArray smashed, INDArray inputs) {
        int size() {
            return Math.toIntExact(smashed.size(0));
        }

        /** Those pairs, in that order. */
        Pairs rows(int... indices) {
            return new Pairs(Rows.of(smashed, indices), Rows.of(inputs, indices));
        }
    }
}
