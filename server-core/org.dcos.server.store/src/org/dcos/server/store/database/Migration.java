package org.dcos.server.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One step of the schema.
 *
 * @param version     1 for the first, without gaps
 * @param description in words
 * @param sql         statements with a semicolon after each
 */
record Migration(int version, String description, String sql) {

    /** The steps in their order. A released file is never changed, nor taken from this list. */
    private static final List<String> FILES = List.of("V001__places_servers_bmcs_alerts_operations_access",
            "V002__alerts_in_parts", "V003__records_as_documents", "V004__deviations",
            "V005__chassis_orders", "V006__arrivals", "V007__bmc_protocols", "V008__event_logs",
            "V009__bmc_setup");

    static List<Migration> all() {
        return FILES.stream().map(Migration::load).toList();
    }

    /** SHA-256 of the statements; line ends do not count. */
    String checksum() {
        try {
            byte[] text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Migration load(String file) {
        int end = file.indexOf("__");
        try (var in = Migration.class.getResourceAsStream("migration/" + file + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("migration %s is not in the bundle".formatted(file));
            }
            return new Migration(Integer.parseInt(file.substring(1, end)), file.substring(end + 2).replace('_', ' '),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
