package peekbench.trial;

import peekbench.threat.attack.AttackerKnowledge;

/**
 * Who mounts attacks.
 *
 * @param suffix tells its attacks from those of others
 * @param knowledge what it brings along
 * @param references clients that show what this attacker gets of them
 */
record Attacker(String suffix, AttackerKnowledge knowledge, ReferenceClients references) {}
