package org.dcos.ui.model.exchange;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Kind;

/**
 * How a sheet is read.
 *
 * @param kind    what its rows are; empty: it is left out
 * @param key     the field by which recorded things are recognised
 * @param keys    the fields by which they can be
 * @param columns its columns, from the left
 * @param fields  what a column can be, the first of which leaves it out
 */
public record SheetSight(String name, Optional<Kind> kind, String key, List<Choice> keys, List<Mapped> columns,
        List<Choice> fields) {

    public SheetSight {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
    }

    /** A field and what it is called. @param path empty: none */
    public record Choice(String path, String title) {}

    /**
     * A column of the sheet.
     *
     * @param letter  as the spreadsheet calls it
     * @param header  as written
     * @param example the first text in it
     * @param path    the field that it is taken for; empty when it is left out
     * @param title   what that field is called
     * @param changed whether somebody said otherwise than was found
     */
    public record Mapped(int index, String letter, String header, String example, String path, String title,
            boolean changed) {}

    /** The path of a title. */
    public Optional<String> path(String title) {
        return fields.stream().filter(choice -> choice.title().equals(title)).map(Choice::path).findFirst();
    }
}
