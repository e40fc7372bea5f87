package peekbench.protocol.federated;

import java.util.Optional;
import peekbench.channel.ModelState;
import peekbench.channel.Party;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.weights.AveragedWeights;
import peekbench.protocol.weights.AveragingParty;
import peekbench.protocol.weights.DefendedWeights;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.MaskedWeights;
import peekbench.protocol.weights.RoundAverage;
import peekbench.protocol.weights.SecureSum;
import peekbench.protocol.weights.WeightExchange;
import peekbench.threat.defense.DefenseChain;

/** What one way of federated averaging does otherwise than another. */
interface FederatedMethod {
    /**
     * The party that combines what clients send.
     *
     * @param masked adds up what clients mask; empty where they do not
     * @throws ConfigurationException when clients mask and the method needs more than a sum
     */
    Party aggregator(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked);

    /** What a client does; one for each. */
    LocalMethod client(DefenseChain defenses);

    /** Scenarios are checked before; this is for who trains without one. */
    private static void refuse(Optional<SecureSum> masked, Optional<String> reason) {
        if (masked.isPresent()) {
            throw new ConfigurationException("A defense hides updates in their sum, which this protocol cannot do: "
                    + reason.orElseThrow() + ".");
        }
    }

    /** McMahan et al. (2017): plain steps, and averages weighted by records. */
    record Averaged() implements FederatedMethod {
        @Override
        public Party aggregator(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked) {
            return new AveragingParty(global, incoming, RoundAverage::byRecords, masked);
        }

        @Override
        public LocalMethod client(DefenseChain defenses) {
            return LocalMethod.uncorrected(MaskedWeights.averaging(defenses));
        }
    }

    /** {@link FedProx}. */
    record WithProximalTerm(double mu) implements FederatedMethod {
        @Override
        public Party aggregator(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked) {
            return new AveragingParty(global, incoming, RoundAverage::byRecords, masked);
        }

        @Override
        public LocalMethod client(DefenseChain defenses) {
            return new LocalMethod.DrawnBack(MaskedWeights.averaging(defenses), mu);
        }
    }

    /** {@link Scaffold}. */
    record WithControlVariates() implements FederatedMethod {
        /** Sums are weighted by records, and control variates are not part of them. */
        static final Optional<String> REASON_AGAINST_SUMS =
                Optional.of("its aggregator weights clients alike and keeps account of their control variates, which no"
                        + " sum of updates tells; use federated-averaging or fedprox");

        @Override
        public Party aggregator(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked) {
            refuse(masked, REASON_AGAINST_SUMS);
            return new ControlVariateParty(global, incoming);
        }

        @Override
        public LocalMethod client(DefenseChain defenses) {
            return new ControlVariateClient(defenses);
        }
    }

    /** {@link FedNova}. */
    record Normalized() implements FederatedMethod {
        /** The sum is of changes as they are. */
        static final Optional<String> REASON_AGAINST_SUMS =
                Optional.of("its aggregator divides the change of each client by what the client's steps add up to, for"
                        + " which it must see the change; use federated-averaging or fedprox");

        @Override
        public Party aggregator(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked) {
            refuse(masked, REASON_AGAINST_SUMS);
            return new AveragingParty(global, incoming, before -> new NormalizedAverage(before, global.optimizer()));
        }

        @Override
        public LocalMethod client(DefenseChain defenses) {
            WeightExchange counted = new AveragedWeights(ModelState::weightsAndSteps);
            return LocalMethod.uncorrected(DefendedWeights.of(counted, defenses));
        }
    }
}
