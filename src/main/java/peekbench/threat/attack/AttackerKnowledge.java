package peekbench.threat.attack;

import org.apiguardian.api.API;
import peekbench.threat.observation.AuxiliaryData;

/**
 * What an attacker brings along, whatever role it plays.
 *
 * @param auxiliary records to train attacks on; disjoint from the victims'
 * @param validation records to stop and choose attacks by; disjoint from all others
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record AttackerKnowledge(AuxiliaryData auxiliary, AuxiliaryData validation) {}
