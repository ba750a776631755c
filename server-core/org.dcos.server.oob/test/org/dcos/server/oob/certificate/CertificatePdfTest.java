package org.dcos.server.oob.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.bringup.Arrival;
import org.dcos.server.oob.certificate.RackCertificate.Acceptance;
import org.dcos.server.oob.certificate.RackCertificate.Difference;
import org.dcos.server.oob.certificate.RackCertificate.Found;
import org.dcos.server.oob.certificate.RackCertificate.Part;
import org.dcos.server.oob.certificate.RackCertificate.Planned;
import org.dcos.server.oob.certificate.RackCertificate.Step;
import org.dcos.server.oob.certificate.RackCertificate.Unit;
import org.dcos.server.oob.certificate.RackCertificate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate as other programs read it. */
class CertificatePdfTest {

    private static final Instant AT = Instant.parse("2026-11-26T02:03:04Z");

    @TempDir Path directory;

    static RackCertificate certificate() {
        var units = new ArrayList<Unit>();
        for (int i = 0; i < 18; i++) {
            var verdict = i == 3 ? Verdict.ACCEPTED : i == 7 ? Verdict.DIFFERENT : i == 9 ? Verdict.MISSING
                    : i == 12 ? Verdict.UNDER_WAY : i == 17 ? Verdict.UNPLANNED : Verdict.AS_PLANNED;
            units.add(unit(i, verdict));
        }
        return new RackCertificate("A03", "上海 A / 201 机房", 42, false, units, "li.wei", AT, ZoneId.of("Asia/Shanghai"),
                "0.1.0");
    }

    private static Unit unit(int i, Verdict verdict) {
        var serial = "2102311XBS10P%05d".formatted(i);
        var dimms = i == 3 || i == 7 ? 7 : 8;
        var planned = new Planned("srv-a03-%02d".formatted(i + 1), "2288H V5", serial, parts(8, i));
        var found = new Found("2288H V5", verdict == Verdict.DIFFERENT ? serial + "X" : serial,
                "3c:ec:ef:00:00:%02x".formatted(i), "10.20.3.%d".formatted(10 + i), "3.62", parts(dimms, i));
        var steps = Arrays.stream(Arrival.Step.Kind.values()).map(kind -> new Step(kind,
                verdict != Verdict.UNDER_WAY || kind.compareTo(Arrival.Step.Kind.COMPARE) < 0, Optional.of(AT),
                "user admin2 with 17 ADMINISTRATOR, answered in 0.4 s; evidence of %s that is long enough to need "
                        .formatted(kind) + "more than one line on the paper"))
                .toList();
        var differences = dimms == 8 ? List.<Difference>of()
                : List.of(new Difference("DIMM", "8 × 32 GB", "7 × 32 GB", i == 3
                        ? Optional.of(new Acceptance("王芳", "供应商补发，工单 4711", AT))
                        : Optional.empty()));
        return new Unit(1 + 2 * i, i == 16 ? 1.5 : 2, verdict == Verdict.UNPLANNED ? Optional.empty()
                : Optional.of(planned), verdict == Verdict.MISSING ? Optional.empty() : Optional.of(found), verdict,
                verdict == Verdict.MISSING ? List.of() : steps, differences);
    }

    private static List<Part> parts(int dimms, int i) {
        var parts = new ArrayList<Part>();
        for (int dimm = 0; dimm < dimms; dimm++) {
            parts.add(new Part("DIMM " + dimm, "32 GB DDR4-3200", "DIMM%03d%02d".formatted(i, dimm)));
        }
        parts.add(new Part("PSU 1", "PAC900S12-BE", "PSU%05d".formatted(i)));
        return parts;
    }

    private String run(String... command) throws IOException, InterruptedException {
        var output = directory.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        } catch (IOException _) {
            assumeTrue(false, command[0] + " is not installed");
            return "";
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private Path file(String language) throws IOException {
        return Files.write(directory.resolve("certificate-" + language + ".pdf"), CertificatePdf.of(certificate(),
                language));
    }

    @Test
    void everySerialNumberCanBeReadOutOfIt() throws Exception {
        var text = run("pdftotext", "-layout", file("en").toString(), "-");

        for (Unit unit : certificate().units()) {
            unit.planned().ifPresent(planned -> assertThat(text).contains(planned.name(), planned.serial()));
            unit.found().ifPresent(found -> {
                assertThat(text).contains(found.serial(), found.mac(), found.address());
                found.parts().forEach(part -> assertThat(text).contains(part.serial()));
            });
        }
        assertThat(text).contains("Acceptance certificate of rack A03", "differs, not accepted", "Page 1 of ");
    }

    @Test
    void itSpeaksChinese() throws Exception {
        var text = run("pdftotext", "-layout", file("zh").toString(), "-");

        assertThat(text).contains("机柜 A03 验收证书", "上海 A / 201 机房", "有差异，未接受", "供应商补发，工单 4711", "机房验收方",
                "签发时间");
    }

    @Test
    void theDigestOnPaperIsThatOfTheAttachedContent() throws Exception {
        var pdf = file("zh");
        run("pdfdetach", "-saveall", "-o", directory.toString(), pdf.toString());
        var attached = Files.readAllBytes(directory.resolve(CertificateText.FILE));

        assertThat(run("pdftotext", pdf.toString(), "-")).contains(CertificateText.digest(attached));
        assertThat(new String(attached, StandardCharsets.UTF_8)).contains("2102311XBS10P00003", "工单 4711");
    }

    @Test
    void anotherReaderFindsNothingWrongWithIt() throws Exception {
        var said = run("mutool", "draw", "-o", directory.resolve("page-%d.png").toString(), "-r", "60", file("zh")
                .toString());

        assertThat(said.lines().filter(line -> (line.contains("warning") || line.contains("error"))
                && !line.contains("ICC support"))).isEmpty();
        assertThat(Files.size(directory.resolve("page-1.png"))).isGreaterThan(10_000);
    }

    @Test
    void theSameContentGivesTheSameBytesAndAnotherContentAnotherDigest() {
        var one = certificate();
        var other = new RackCertificate("A04", one.place(), 42, false, one.units(), one.issuedBy(), one.issued(),
                one.zone(), one.version());

        assertThat(CertificatePdf.of(one, "zh")).isEqualTo(CertificatePdf.of(certificate(), "zh"));
        assertThat(CertificateText.digest(CertificateText.of(one)))
                .isNotEqualTo(CertificateText.digest(CertificateText.of(other)));
    }

    @Test
    void onlyWhatIsUsedOfTheFontGoesIntoTheFile() {
        assertThat(CertificatePdf.of(certificate(), "zh").length).isLessThan(300_000);
    }

    @Test
    void everyVerdictAndStepHasWordsInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            var words = new CertificateWords(language, ZoneId.of("UTC"));
            var keys = new TreeSet<String>();
            Arrays.stream(Verdict.values()).forEach(verdict -> keys.add("verdict." + verdict));
            Arrays.stream(Arrival.Step.Kind.values()).forEach(kind -> keys.add("step." + kind));
            assertThat(keys).allSatisfy(key -> assertThat(words.get(key)).isNotBlank());
        }
    }

    @Test
    void anEmptyRackHasACertificateToo() {
        var empty = new RackCertificate("A05", "", 60, true, List.of(), "", AT, ZoneId.of("UTC"), "0.1.0");

        assertThat(CertificatePdf.of(empty, "en")).startsWith('%', 'P', 'D', 'F');
    }
}
