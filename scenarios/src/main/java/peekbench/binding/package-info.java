/**
 * Binds YAML to records and describes records as JSON Schema. Knows nothing of scenarios: what a record, a choice or a
 * default is, it learns from the records themselves, the annotations of {@link peekbench.registry} and the registries.
 */
package peekbench.binding;
