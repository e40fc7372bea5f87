package peekbench.threat.attack;

import peekbench.threat.observation.AuxiliaryData;

/**
 * What an attacker brings along, whatever role it plays.
 *
 * @param auxiliary records to train attacks on; disjoint from the victims'
 * @param validation records to stop and choose attacks by; disjoint from all others
 */
public record AttackerKnowledge(AuxiliaryData auxiliary, AuxiliaryData validation) {}
