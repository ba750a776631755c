package org.dcos.server.oob.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dcos.server.oob.certificate.PdfPage.Colour;
import org.dcos.server.oob.certificate.RackCertificate.Acceptance;
import org.dcos.server.oob.certificate.RackCertificate.Difference;
import org.dcos.server.oob.certificate.RackCertificate.Found;
import org.dcos.server.oob.certificate.RackCertificate.Part;
import org.dcos.server.oob.certificate.RackCertificate.Planned;
import org.dcos.server.oob.certificate.RackCertificate.Step;
import org.dcos.server.oob.certificate.RackCertificate.Unit;

/** The pages with every unit in detail, and the lines for signatures. */
final class CertificateDetails {

    private static final double LEFT = 40;
    private static final double RIGHT = PdfPage.WIDTH - LEFT;
    private static final double TOP = 48;
    private static final double BOTTOM = PdfPage.HEIGHT - 48;
    private static final double SIZE = 8;
    private static final double LINE = 11.5;
    /** Lines of a row that are not parted by the end of a page. */
    private static final int MOST_TOGETHER = 6;
    private static final double[] FACTS = {LEFT, LEFT + 90, LEFT + 305, RIGHT};
    private static final double[] STEPS = {LEFT, LEFT + 90, LEFT + 215, RIGHT};

    private final RackCertificate certificate;
    private final CertificateWords words;
    private final PdfFonts font;
    private final List<PdfPage> pages = new ArrayList<>();
    private double y = BOTTOM;

    CertificateDetails(RackCertificate certificate, CertificateWords words, PdfFonts font) {
        this.certificate = certificate;
        this.words = words;
        this.font = font;
    }

    List<PdfPage> pages() {
        certificate.units().forEach(this::unit);
        signatures();
        return pages;
    }

    /** The page that has so much room below what is written. */
    private PdfPage page(double height) {
        if (y + height > BOTTOM) {
            pages.add(new PdfPage(font));
            y = TOP;
        }
        return pages.getLast();
    }

    private void unit(Unit unit) {
        var page = page(8 * LINE);
        y += 8;
        page.line(LEFT, y - 6, RIGHT, y - 6, Colour.MUTED);
        y += 10;
        RackElevation.mark(page, unit.verdict(), LEFT + 4, y - 3.5, 3.6);
        var name = unit.planned().map(Planned::name).orElse(words.get("not.planned"));
        page.bold(LEFT + 14, y, 10.5, Colour.TEXT, page.fitting(words.unit(unit) + "   " + name, 10.5, 360));
        page.right(RIGHT, y, 9, RackElevation.colour(unit.verdict()), words.get("verdict." + unit.verdict()));
        y += 5;
        row(FACTS, Colour.MUTED, "", words.get("planned"), words.get("found"));
        facts(unit);
        if (!unit.differences().isEmpty()) {
            y += 3;
            unit.differences().forEach(this::difference);
        }
        if (!unit.steps().isEmpty()) {
            y += 3;
            row(STEPS, Colour.MUTED, words.get("step"), words.get("time"), words.get("evidence"));
            unit.steps().forEach(this::step);
        }
        y += 6;
    }

    private void facts(Unit unit) {
        fact("model", unit.planned().map(Planned::model).orElse(""), unit.found().map(Found::model).orElse(""));
        fact("serial", unit.planned().map(Planned::serial).orElse(""), unit.found().map(Found::serial).orElse(""));
        unit.found().ifPresent(found -> {
            fact("mac", "", found.mac());
            fact("address", "", found.address());
            fact("firmware", "", found.firmware());
        });
        var planned = unit.planned().map(Planned::parts).orElse(List.of());
        var found = unit.found().map(Found::parts).orElse(List.of());
        for (String kind : Stream.concat(planned.stream(), found.stream()).map(Part::kind).distinct().toList()) {
            var wanted = planned.stream().filter(part -> part.kind().equals(kind)).toList();
            var is = found.stream().filter(part -> part.kind().equals(kind)).toList();
            for (int i = 0; i < Math.max(wanted.size(), is.size()); i++) {
                row(FACTS, Colour.TEXT, kind, i < wanted.size() ? text(wanted.get(i)) : "",
                        i < is.size() ? text(is.get(i)) : "");
            }
        }
    }

    private static String text(Part part) {
        return part.serial().isBlank() ? part.what() : part.what() + "  ·  " + part.serial();
    }

    private void fact(String key, String planned, String found) {
        if (!planned.isBlank() || !found.isBlank()) {
            row(FACTS, Colour.TEXT, words.get(key), planned, found);
        }
    }

    private void difference(Difference difference) {
        var accepted = difference.accepted();
        row(FACTS, accepted.isPresent() ? Colour.WARNING : Colour.CRITICAL,
                words.get("difference") + "  " + difference.what(), difference.planned(), difference.found());
        row(new double[] {LEFT, LEFT + 90, RIGHT}, accepted.isPresent() ? Colour.TEXT : Colour.CRITICAL, "",
                accepted.map(this::accepted).orElse(words.get("not.accepted")));
    }

    private String accepted(Acceptance by) {
        return words.get("accepted", by.by(), words.time(by.at()), by.reason());
    }

    private void step(Step step) {
        row(STEPS, step.done() ? Colour.TEXT : Colour.CRITICAL, words.get("step." + step.kind()),
                step.done() ? step.at().map(words::time).orElse("") : words.get("not.done"), step.evidence());
    }

    /** A line of a table, as high as its highest cell. @param edges where the cells begin, and the last one ends */
    private void row(double[] edges, Colour colour, String... cells) {
        var lines = new ArrayList<List<String>>();
        var page = page(LINE);
        for (int i = 0; i < cells.length; i++) {
            lines.add(page.lines(cells[i], SIZE, edges[i + 1] - edges[i] - 8));
        }
        int most = lines.stream().mapToInt(List::size).max().orElse(1);
        page = page(Math.min(most, MOST_TOGETHER) * LINE);
        for (int line = 0; line < most; line++) {
            page = page(LINE);
            y += LINE;
            for (int i = 0; i < cells.length; i++) {
                if (line < lines.get(i).size()) {
                    page.text(edges[i], y, SIZE, i == 0 ? Colour.MUTED : colour, lines.get(i).get(line));
                }
            }
        }
    }

    private void signatures() {
        var page = page(190);
        y += 26;
        page.bold(LEFT, y, 12, Colour.TEXT, words.get("signatures"));
        for (int i = 1; i <= 3; i++) {
            y += 44;
            page.text(LEFT, y - 3, 9, Colour.TEXT, words.get("signer." + i));
            page.line(LEFT + 170, y, RIGHT, y, Colour.MUTED);
            page.text(LEFT + 170, y + 9, 6.5, Colour.MUTED, words.get("sign"));
        }
        y += 28;
        page.text(LEFT, y, 7, Colour.MUTED, words.get("attached", CertificateText.FILE));
    }
}
