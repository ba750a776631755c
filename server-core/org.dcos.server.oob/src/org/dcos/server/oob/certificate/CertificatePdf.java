package org.dcos.server.oob.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.dcos.server.oob.certificate.PdfPage.Colour;
import org.dcos.server.oob.certificate.RackCertificate.Verdict;

/**
 * Makes the certificate: the rack drawn on the first page, every unit in detail on the next ones, lines for signatures
 * at the end.
 */
public final class CertificatePdf {

    private static final double LEFT = 40;
    private static final double RIGHT = PdfPage.WIDTH - LEFT;
    private static final double FOOT = PdfPage.HEIGHT - 28;

    private final RackCertificate certificate;
    private final CertificateWords words;
    private final PdfFonts font;
    private final List<PdfPage> pages = new ArrayList<>();
    private final byte[] content;
    private final String digest;

    private CertificatePdf(RackCertificate certificate, String language, PdfFonts font) {
        this.certificate = certificate;
        this.words = new CertificateWords(language, certificate.zone());
        this.font = font;
        this.content = CertificateText.of(certificate);
        this.digest = CertificateText.digest(content);
    }

    /** @param language {@code zh}, or {@code en} and anything else for English */
    public static byte[] of(RackCertificate certificate, String language) {
        try {
            var made = new CertificatePdf(certificate, language, PdfFonts.load());
            made.firstPage();
            made.pages.addAll(new CertificateDetails(certificate, made.words, made.font).pages());
            return made.file();
        } catch (IOException e) {
            throw new IllegalStateException("a font of the certificate cannot be read", e);
        }
    }

    private void firstPage() {
        var page = new PdfPage(font);
        pages.add(page);
        page.bold(LEFT, 58, 18, Colour.TEXT, page.fitting(title(), 18, RIGHT - LEFT));
        fact(page, 0, 80, "place", certificate.place());
        fact(page, 1, 80, "units", Integer.toString(certificate.heightUnits()));
        fact(page, 0, 94, "issued", words.time(certificate.issued()));
        fact(page, 1, 94, "by", certificate.issuedBy());
        fact(page, 0, 108, "version", certificate.version());
        page.text(LEFT, 122, 8, Colour.MUTED, words.get("digest"));
        page.text(LEFT + 90, 122, 8, Colour.TEXT, digest);
        double x = LEFT;
        for (Verdict verdict : Verdict.values()) {
            long count = certificate.units().stream().filter(unit -> unit.verdict() == verdict).count();
            if (count > 0) {
                var told = count + "  " + words.get("verdict." + verdict);
                RackElevation.mark(page, verdict, x + 4, 139, 3.4);
                page.text(x + 12, 142, 9, Colour.TEXT, told);
                x += 30 + font.width(told, 9);
            }
        }
        page.line(LEFT, 150, RIGHT, 150, Colour.LINE);
        new RackElevation(certificate, words, page, 156, FOOT - 16).draw();
    }

    private void fact(PdfPage page, int column, double y, String key, String value) {
        double x = LEFT + column * 290;
        page.text(x, y, 8, Colour.MUTED, words.get(key));
        page.text(x + 90, y, 9, Colour.TEXT, page.fitting(value, 9, column == 0 ? 190 : 130));
    }

    private String title() {
        return words.get("title", certificate.rack());
    }

    private byte[] file() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            page.line(LEFT, FOOT - 10, RIGHT, FOOT - 10, Colour.LINE);
            page.text(LEFT, FOOT, 7, Colour.MUTED, page.fitting(title() + "  ·  SHA-256 " + digest, 7, 440));
            page.right(RIGHT, FOOT, 7, Colour.MUTED, words.get("page", i + 1, pages.size()));
        }
        var file = new PdfFile();
        int tree = file.reserve();
        var drawn = pages.stream().map(page -> file.stream("", page.content().getBytes(StandardCharsets.US_ASCII)))
                .toList();
        var used = font.write(file);
        var numbers = drawn.stream().map(drawing -> file.object(("<< /Type /Page /Parent %d 0 R "
                + "/MediaBox [0 0 %d %d] /Resources << /Font << %s >> >> /Contents %d 0 R >>").formatted(tree,
                        (int) PdfPage.WIDTH, (int) PdfPage.HEIGHT, used, drawing)))
                .toList();
        file.object(tree, "<< /Type /Pages /Count %d /Kids [%s] >>".formatted(numbers.size(), numbers.stream()
                .map(number -> number + " 0 R").collect(Collectors.joining(" "))));
        int attachment = file.stream("/Type /EmbeddedFile /Subtype /text#2Fplain /Params << /Size %d >>".formatted(
                content.length), content);
        int named = file.object("<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %d 0 R >> >>".formatted(
                CertificateText.FILE, CertificateText.FILE, attachment));
        int catalog = file.object(("<< /Type /Catalog /Pages %d 0 R /Names << /EmbeddedFiles << /Names [(%s) %d 0 R] "
                + ">> >> >>").formatted(tree, CertificateText.FILE, named));
        int info = file.object("<< /Title %s /Author %s /Producer %s >>".formatted(PdfFile.string(title()),
                PdfFile.string(certificate.issuedBy()), PdfFile.string("DCOS " + certificate.version())));
        return file.end(catalog, info, digest.substring(0, 32));
    }
}
