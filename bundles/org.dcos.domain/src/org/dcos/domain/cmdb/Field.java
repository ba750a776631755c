package org.dcos.domain.cmdb;

import java.util.List;

/**
 * A field of a kind, as lists, files and forms see it: one value of an item that can be said in text.
 *
 * @param path     the component's name, {@code mounting.rack} for one within another; {@code label.NAME} and
 *                 {@code field.NAME} are values of the maps
 * @param required whether it cannot be left empty
 * @param to       for a reference: the kinds it may lead to; empty: any
 * @param choices  for a choice: the allowed values
 */
public record Field(String path, Type type, boolean required, List<Kind> to, List<String> choices) {

    public Field {
        to = List.copyOf(to);
        choices = List.copyOf(choices);
    }

    /** What a field's text means. */
    public enum Type {
        TEXT, INTEGER,
        /** With a point; halves of a unit among them. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** ISO-8601: {@code 2026-11-25}. */
        DATE,
        /** ISO-8601: {@code 2026-11-25T08:00:00Z}. */
        INSTANT, CHOICE,
        /** The id of another item. */
        REFERENCE,
        /** Ids, separated by spaces. */
        REFERENCES,
        /** Texts, separated by line ends. */
        TEXTS,
        /** Of no use as text: the ports of a device type. */
        PARTS
    }
}
