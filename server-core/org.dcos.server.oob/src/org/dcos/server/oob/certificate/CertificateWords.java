package org.dcos.server.oob.certificate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The words of the certificate in one language. */
final class CertificateWords {

    private final Properties words;
    private final DateTimeFormatter time;

    /** @param language {@code zh}; anything else is English */
    CertificateWords(String language, ZoneId zone) {
        words = read(language.toLowerCase(Locale.ROOT).startsWith("zh") ? "words_zh" : "words");
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(zone);
    }

    private static Properties read(String file) {
        var read = new Properties();
        try (var in = Optional.ofNullable(CertificateWords.class.getResourceAsStream(file + ".properties"))
                .orElseThrow()) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the words of the certificate cannot be read", e);
        }
        return read;
    }

    String get(String key, Object... values) {
        return MessageFormat.format(Optional.ofNullable(words.getProperty(key)).orElseThrow(), values);
    }

    String time(Instant at) {
        return time.format(at);
    }

    /** {@code U10}, {@code U10–11}, {@code U10.5}. */
    String unit(RackCertificate.Unit unit) {
        if (unit.heightUnits() == 0) {
            return get("beside");
        }
        double top = unit.lowestUnit() + unit.heightUnits() - 1;
        return top > unit.lowestUnit() ? "U%s–%s".formatted(plain(unit.lowestUnit()), plain(top))
                : "U" + plain(unit.lowestUnit());
    }

    private static String plain(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }
}
