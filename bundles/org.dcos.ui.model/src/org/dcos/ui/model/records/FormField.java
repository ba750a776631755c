package org.dcos.ui.model.records;

/**
 * A field of a record in a form.
 *
 * @param text    its value as text, as it was typed
 * @param shown   its value as people read it
 * @param problem what is wrong with it; empty when nothing
 */
public record FormField(RecordColumn column, String text, String shown, String problem) {}
