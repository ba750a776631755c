package org.dcos.wire.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Texts of the description: {@code Record} and {@code Record.component}, in {@code descriptions.properties}. */
final class Descriptions {

    private final Properties texts = new Properties();

    Descriptions() {
        try (InputStream in = Descriptions.class.getResourceAsStream("descriptions.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the texts of the API description", e);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** Every key there is, for the test that none is left over. */
    java.util.Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
