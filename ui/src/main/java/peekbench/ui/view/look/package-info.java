/**
 * The place where pictures and other outcomes are looked at: sheets drawn in whole pixels of the device, and what stands
 * around them. Nothing here decides or reads a file.
 */
@NullMarked
package peekbench.ui.view.look;

import org.jspecify.annotations.NullMarked;
