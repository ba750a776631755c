package org.dcos.domain.baseline;

/**
 * A CSV (UTF-8, with or without byte-order mark, or GB18030) or XLSX file as a user chose it.
 *
 * @param name    file name; its ending tells the format
 * @param content at most {@link #MAX_BYTES}
 */
public record BaselineFile(String name, byte[] content) {

    /** Largest file taken, 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    public BaselineFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
