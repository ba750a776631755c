package org.dcos.server.oob.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.dcos.server.oob.certificate.RackCertificate.Acceptance;
import org.dcos.server.oob.certificate.RackCertificate.Part;
import org.dcos.server.oob.certificate.RackCertificate.Unit;

/**
 * The content of a certificate as text, a fact on a line, which the file carries as an attachment: its digest is
 * printed, so that who has the paper and who has the file can tell that they have the same.
 */
final class CertificateText {

    static final String FILE = "certificate.txt";

    private final StringBuilder text = new StringBuilder();

    private CertificateText() {}

    static byte[] of(RackCertificate certificate) {
        var made = new CertificateText();
        made.line("rack", certificate.rack());
        made.line("place", certificate.place());
        made.line("units", Integer.toString(certificate.heightUnits()));
        made.line("issued", certificate.issued() + " by " + certificate.issuedBy());
        made.line("version", certificate.version());
        certificate.units().forEach(made::unit);
        return made.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void unit(Unit unit) {
        line("unit", "%s + %s: %s".formatted(unit.lowestUnit(), unit.heightUnits(), unit.verdict()));
        unit.planned().ifPresent(planned -> {
            line("  planned", String.join(" | ", planned.name(), planned.model(), planned.serial()));
            parts("  planned part", planned.parts());
        });
        unit.found().ifPresent(found -> {
            line("  found", String.join(" | ", found.model(), found.serial(), found.mac(), found.address(),
                    found.firmware()));
            parts("  found part", found.parts());
        });
        unit.steps().forEach(step -> line("  step", "%s | %s | %s | %s".formatted(step.kind(), step.done(),
                step.at().map(Object::toString).orElse(""), step.evidence())));
        unit.differences().forEach(difference -> line("  difference", "%s | %s | %s | %s".formatted(difference.what(),
                difference.planned(), difference.found(), accepted(difference.accepted()))));
    }

    private static String accepted(Optional<Acceptance> accepted) {
        return accepted.map(by -> String.join(" | ", "accepted", by.by(), by.at().toString(), by.reason()))
                .orElse("not accepted");
    }

    private void parts(String name, List<Part> parts) {
        parts.forEach(part -> line(name, String.join(" | ", part.kind(), part.what(), part.serial())));
    }

    private void line(String name, String value) {
        text.append(name).append(": ").append(value.replaceAll("\\R", " ")).append('\n');
    }
}
