package peekbench.scenario;

import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * What a run keeps besides figures and pictures; nothing of it changes a figure.
 *
 * @param victims whether the finished networks of all parties are kept, so that they can be attacked again
 * @param attackers whether the networks are kept that attacks trained, each at its strongest, so that they can be let loose
 *     on other images
 * @param smashedData of how many of the first test records it is kept what leaves the client, after every defense
 * @param transcript of how many of the first training records it is kept what left the client at the epochs of the transcript
 *     and leaves it at the end
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("what is kept besides figures and pictures; changes no figure")
public record StoreOptions(
        @Default("true") @Summary("keep trained networks, to be attacked again")
        boolean victims,

        @Default("true") @Summary("keep the networks that attacks trained, each at its strongest")
        boolean attackers,

        @Default("0") @Summary("of how many of the first test records to keep what leaves the client")
        int smashedData,

        @Default("0") @Summary("of how many of the first training records to keep the transcript")
        int transcript) {
    public StoreOptions {
        Problems problems = new Problems();
        problems.atLeast("smashed-data", smashedData, 0);
        problems.atLeast("transcript", transcript, 0);
        problems.throwIfAny();
    }
}
