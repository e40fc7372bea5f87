/**
 * What can be observed or played in a training, record by record: the material that views are made of. Nothing here says
 * which role gets what; that is {@code peekbench.threat.view}'s affair.
 */
package peekbench.threat.observation;
