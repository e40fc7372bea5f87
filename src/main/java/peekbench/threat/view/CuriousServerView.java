package peekbench.threat.view;

import org.apiguardian.api.API;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.Transcript;

/**
 * A server that follows the protocol and looks at what it receives.
 *
 * @param observation what it received
 * @param transcript what it received at earlier epochs of records that were trained on
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(value = "a curious server", sees = "the smashed data that leave the clients")
public record CuriousServerView(SmashedObservation observation, Transcript<CuriousServerView> transcript)
        implements ServerView {

    /** One that kept nothing of earlier epochs. */
    public CuriousServerView(SmashedObservation observation) {
        this(observation, Transcript.none());
    }
}
