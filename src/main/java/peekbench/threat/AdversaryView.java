package peekbench.threat;

import peekbench.nn.Precision;

/** What one role sees of a training. A power that a role lacks is a method that its view does not have. */
public sealed interface AdversaryView permits ServerView, EavesdropperView {
    Precision precision();
}
