package peekbench.protocol.federated;

import java.util.List;
import peekbench.channel.PartyId;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.LocalRecords;

/** Brings together clients that send gradients and a party that steps along them. */
final class GradientTraining {
    private GradientTraining() {}

    static FederatedRun run(PartyFactory parties, List<? extends BatchSource> sources, FederatedRun.Rounds rounds) {
        FederatedAssembly assembly = new FederatedAssembly(parties);
        for (int number = 0; number < sources.size(); number++) {
            PartyId id = PartyId.client(number);
            LocalRecords records = parties.records(sources.get(number));
            assembly.channel().join(new GradientClient(id, records, assembly.network(id, records)));
        }
        assembly.channel().join(new GradientParty(assembly.global(), assembly.incoming(), assembly.secureSum()));
        return assembly.run(rounds);
    }
}
