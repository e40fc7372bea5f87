/**
 * Binds YAML to records and describes records as JSON Schema: what a record, a choice or a default is, it learns from
 * the records themselves, the annotations of {@link peekbench.registry} and the registries. Nothing here knows what a
 * scenario is.
 */
@NullMarked
package peekbench.binding;

import org.jspecify.annotations.NullMarked;
