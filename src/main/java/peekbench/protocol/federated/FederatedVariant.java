package peekbench.protocol.federated;

import java.util.OptionalDouble;
import peekbench.training.CommunicationCost;

/** Federated averaging by another method, with all its options. */
interface FederatedVariant extends FederatedOptions {
    FederatedAveraging averaging();

    @Override
    default int clients() {
        return averaging().clients();
    }

    @Override
    default boolean needsFullBatches() {
        return averaging().needsFullBatches();
    }

    @Override
    default OptionalDouble expectedNumbers(CommunicationCost cost) {
        return averaging().expectedNumbers(cost);
    }
}
