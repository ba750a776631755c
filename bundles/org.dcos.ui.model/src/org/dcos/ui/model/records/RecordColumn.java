package org.dcos.ui.model.records;

import org.dcos.domain.cmdb.Field;

/**
 * A field of a kind as a list and a form show it.
 *
 * @param title what people read above it
 * @param own   whether it is a field of one's own or a label
 */
public record RecordColumn(Field field, String title, boolean own) {

    public String path() {
        return field.path();
    }

    /** Numbers stand at the right and are compared as numbers. */
    public boolean numbers() {
        return field.type() == Field.Type.INTEGER || field.type() == Field.Type.DECIMAL;
    }

    /** Whether its value is one text, number, date or choice, so that it can be changed in the list. */
    public boolean simple() {
        return switch (field.type()) {
            case TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, CHOICE -> !path().contains(".") || own;
            case INSTANT, REFERENCE, REFERENCES, TEXTS, PARTS -> false;
        };
    }
}
