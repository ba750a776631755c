package org.dcos.server.cmdb.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The parts of an XLSX file that tables need, unpacked under a limit and packed anew for the reader. So the reader
 * never sees an archive that unpacks to more than was counted (a "zip bomb"), nor XML with a document type (entities
 * that multiply, or that name files).
 */
final class XlsxPackage {

    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final byte[] DOCUMENT_TYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PART = Pattern.compile("\\[Content_Types]\\.xml|_rels/\\.rels|"
            + "xl/(?:_rels/|worksheets/)?[\\w.-]+\\.(?:xml|rels)");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");

    private final Map<String, byte[]> parts;

    private XlsxPackage(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** By way of a file: only the directory at the end of an archive tells for sure what is in it. */
    static XlsxPackage unpack(byte[] content) throws Unreadable {
        try {
            Path file = Files.createTempFile("baseline-", ".xlsx");
            try {
                Files.write(file, content);
                return unpack(file);
            } finally {
                Files.delete(file);
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("The file is damaged: it cannot be unpacked. Save it again as XLSX.", e);
        }
    }

    private static XlsxPackage unpack(Path file) throws IOException {
        var parts = new HashMap<String, byte[]>();
        long left = MOST_BYTES;
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new Unreadable("The file has more than %,d parts; it is no spreadsheet.".formatted(MOST_PARTS));
            }
            for (ZipEntry entry : zip.stream().filter(part -> PART.matcher(part.getName()).matches()).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    byte[] part = bounded(in, left);
                    left -= part.length;
                    checkXml(entry.getName(), part);
                    parts.put(entry.getName(), part);
                }
            }
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            throw new Unreadable("The file is no XLSX workbook. Save it as XLSX or CSV.");
        }
        return new XlsxPackage(parts);
    }

    /** An archive with the same parts and nothing else. */
    byte[] repacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The XML of the sheet that the workbook refers to by this id; empty when it is not there. */
    byte[] sheet(String relation) {
        byte[] relations = parts.get("xl/_rels/workbook.xml.rels");
        if (relations == null) {
            return new byte[0];
        }
        Matcher matcher = RELATION.matcher(new String(relations, StandardCharsets.UTF_8));
        while (matcher.find()) {
            if (relation.equals(attribute(matcher.group(), "Id"))) {
                String target = attribute(matcher.group(), "Target");
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                return parts.getOrDefault(path, new byte[0]);
            }
        }
        return new byte[0];
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static byte[] bounded(InputStream in, long most) throws IOException {
        byte[] part = in.readNBytes((int) most + 1);
        if (part.length > most) {
            throw new Unreadable("The file unpacks to more than %d MiB. Split it, or save it as CSV."
                    .formatted(MOST_BYTES >> 20));
        }
        return part;
    }

    private static void checkXml(String name, byte[] part) throws Unreadable {
        int start = part.length >= 3 && (part[0] & 0xFF) == 0xEF ? 3 : 0;
        while (start < part.length && Character.isWhitespace(part[start])) {
            start++;
        }
        if (start + 1 >= part.length || part[start] != '<' || part[start + 1] == 0) {
            throw new Unreadable("The part %s of the file is not XML in UTF-8. Save it again as XLSX.".formatted(name));
        }
        for (int i = start; i + DOCUMENT_TYPE.length <= part.length; i++) {
            if (part[i] == '<' && part[i + 1] == '!'
                    && Arrays.equals(part, i, i + DOCUMENT_TYPE.length, DOCUMENT_TYPE, 0, DOCUMENT_TYPE.length)) {
                throw new Unreadable(
                        "The part %s of the file has a document type, which no spreadsheet has.".formatted(name));
            }
        }
    }
}
