/**
 * The same experiment as other processors would compute it, and how far its figures move. Nothing here trains or draws: trials
 * run as always, in processes that are told to compute otherwise.
 */
@NullMarked
package peekbench.processor;

import org.jspecify.annotations.NullMarked;
