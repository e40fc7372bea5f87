/** How the files of data sets are laid out and read: idx, CIFAR, folders of images, tables. Nothing here fetches them. */
@NullMarked
package peekbench.data.format;

import org.jspecify.annotations.NullMarked;
