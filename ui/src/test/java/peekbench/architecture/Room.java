package peekbench.architecture;

import java.util.SortedSet;

/**
 * A package, or several under one name, on the floor plan.
 *
 * @param name without the common {@code peekbench.}
 * @param house the folder of its module
 * @param files how many hold its main code, its package-info left out
 * @param rooms how many packages it stands for
 * @param summary what one finds there: the first sentence of its package-info
 * @param limit what must not be there: the rest of it
 * @param uses names of the rooms whose classes its own depend on, itself left out
 */
record Room(String name, String house, int files, int rooms, String summary, String limit, SortedSet<String> uses) {}
