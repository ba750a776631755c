package org.dcos.server.oob.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dcos.server.oob.certificate.PdfPage.Colour;
import org.dcos.server.oob.certificate.RackCertificate.Unit;
import org.dcos.server.oob.certificate.RackCertificate.Verdict;

/** Draws the rack twice, side by side: as it was planned, and as it was found. */
final class RackElevation {

    private static final double LEFT = 40;
    private static final double NUMBERS = 24;
    private static final double GAP = 10;
    private static final double MARK = 14;
    private static final double LARGEST_UNIT = 13.5;
    private static final double COLUMN = (PdfPage.WIDTH - 2 * LEFT - NUMBERS - GAP) / 2;

    private static final Map<Verdict, Colour> COLOURS = Map.of(Verdict.AS_PLANNED, Colour.OK, Verdict.ACCEPTED,
            Colour.WARNING, Verdict.DIFFERENT, Colour.CRITICAL, Verdict.UNDER_WAY, Colour.MUTED, Verdict.MISSING,
            Colour.CRITICAL, Verdict.UNPLANNED, Colour.WARNING);

    private final RackCertificate certificate;
    private final CertificateWords words;
    private final PdfPage page;
    private final double top;
    private final double unit;

    /** @param bottom as far as it may reach */
    RackElevation(RackCertificate certificate, CertificateWords words, PdfPage page, double top, double bottom) {
        this.certificate = certificate;
        this.words = words;
        this.page = page;
        this.top = top + 14;
        this.unit = Math.min(LARGEST_UNIT, (bottom - this.top) / certificate.heightUnits());
    }

    void draw() {
        double planned = LEFT + NUMBERS;
        double found = planned + COLUMN + GAP;
        page.bold(planned, top - 5, 9, Colour.TEXT, words.get("planned"));
        page.bold(found, top - 5, 9, Colour.TEXT, words.get("found"));
        double small = Math.min(6.5, unit * 0.62);
        for (int number = 1; number <= certificate.heightUnits(); number++) {
            double y = y(number, 1);
            page.right(LEFT + NUMBERS - 5, y + unit * 0.72, small, Colour.MUTED, "U" + number);
            page.box(planned, y, COLUMN, unit, Colour.FREE, Colour.LINE);
            page.box(found, y, COLUMN, unit, Colour.FREE, Colour.LINE);
        }
        var drawn = new ArrayList<Unit>();
        for (Unit one : certificate.units()) {
            if (one.heightUnits() > 0 && fits(one) && drawn.stream().noneMatch(other -> overlap(one, other))) {
                drawn.add(one);
                draw(one, planned, found, Math.min(7.5, unit * 0.62));
            }
        }
    }

    private boolean fits(Unit one) {
        return one.lowestUnit() >= 1 && one.lowestUnit() + one.heightUnits() <= certificate.heightUnits() + 1;
    }

    private static boolean overlap(Unit one, Unit other) {
        return one.lowestUnit() < other.lowestUnit() + other.heightUnits()
                && other.lowestUnit() < one.lowestUnit() + one.heightUnits();
    }

    private double y(double lowest, double height) {
        return certificate.descending() ? top + (lowest - 1) * unit
                : top + (certificate.heightUnits() + 1 - lowest - height) * unit;
    }

    private void draw(Unit one, double planned, double found, double size) {
        double y = y(one.lowestUnit(), one.heightUnits());
        double height = one.heightUnits() * unit;
        double base = y + height / 2 + size * 0.36;
        one.planned().ifPresent(wanted -> {
            page.box(planned, y, COLUMN, height, Colour.DEVICE, Colour.MUTED);
            write(planned + 5, base, size, COLUMN - 10, Colour.TEXT, wanted.name(), wanted.model(), wanted.serial());
        });
        var colour = COLOURS.getOrDefault(one.verdict(), Colour.MUTED);
        page.box(found, y, COLUMN, height, one.found().isPresent() ? Colour.DEVICE : Colour.WHITE, colour);
        mark(page, one.verdict(), found + 8, y + height / 2, Math.min(3.4, height * 0.3));
        one.found().ifPresentOrElse(
                is -> write(found + MARK + 2, base, size, COLUMN - MARK - 6, Colour.TEXT, is.model(), is.serial(),
                        one.verdict() == Verdict.AS_PLANNED ? "" : words.get("verdict." + one.verdict())),
                () -> write(found + MARK + 2, base, size, COLUMN - MARK - 6, colour, words.get("verdict."
                        + one.verdict())));
    }

    private void write(double x, double y, double size, double width, Colour colour, String... parts) {
        var told = String.join("  ·  ", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
        page.text(x, y, size, colour, page.fitting(told, size, width));
    }

    /** The state as a shape, so that it survives a printer without colour. */
    static void mark(PdfPage page, Verdict verdict, double x, double y, double radius) {
        var colour = COLOURS.getOrDefault(verdict, Colour.MUTED);
        switch (verdict) {
            case AS_PLANNED -> page.disc(x, y, radius, colour, true);
            case UNDER_WAY -> page.disc(x, y, radius, colour, false);
            case ACCEPTED, UNPLANNED -> page.shape(colour, x, y - radius, x + radius, y + radius, x - radius,
                    y + radius);
            case DIFFERENT, MISSING -> page.shape(colour, x - radius, y - radius, x + radius, y - radius, x + radius,
                    y + radius, x - radius, y + radius);
        }
    }

    static Colour colour(Verdict verdict) {
        return COLOURS.getOrDefault(verdict, Colour.MUTED);
    }
}
