package org.dcos.domain.exchange;

/** How a list is written. */
public record SheetForm(Format format, HeaderWords headers) {

    /** A file's format. */
    public enum Format {
        CSV, XLSX
    }
}
