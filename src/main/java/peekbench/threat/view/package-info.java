/**
 * What each role sees of a training, and what it may do: one sealed family, one type a role and its powers. No private
 * truth is here, and no attack.
 */
package peekbench.threat.view;
