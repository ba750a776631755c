package org.dcos.server.cmdb.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dcos.server.cmdb.sheet.Workbook.number;
import static org.dcos.server.cmdb.sheet.Workbook.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class XlsxFileTest {

    @Test
    void reads_every_sheet_with_its_rows_numbered_as_shown() throws Unreadable {
        var tables = XlsxFile.read(new Workbook()
                .sheet("机柜",
                        "<row r=\"1\">%s</row><row r=\"4\">%s</row>".formatted(text("A1", "名称"), text("C4", " x ")))
                .texts("servers", new String[] {"a", null, "c"}).bytes());

        assertThat(tables).extracting(Table::name).containsExactly("机柜", "servers");
        assertThat(tables.getFirst().rows()).extracting(Table.Row::number).containsExactly(1, 4);
        assertThat(tables.getFirst().rows().get(1).cell(2).text()).isEqualTo("x");
        assertThat(texts(tables.get(1))).containsExactly(List.of("a", "", "c"));
    }

    @Test
    void numbers_are_texts_as_they_are_shown() throws Unreadable {
        assertThat(cell(number("A1", "28", 0))).isEqualTo(Table.Cell.of("28"));
        assertThat(cell(number("A1", "28.0", 0))).isEqualTo(Table.Cell.of("28"));
        assertThat(cell(number("A1", "2.5", 0))).isEqualTo(Table.Cell.of("2.5"));
        assertThat(cell(number("A1", "123456", 2))).isEqualTo(Table.Cell.of("00123456"));
        assertThat(cell(number("A1", "123456789012", 0))).isEqualTo(Table.Cell.of("123456789012"));
        assertThat(cell(number("A1", "1.5E+6", 0))).isEqualTo(Table.Cell.of("1500000"));
        assertThat(cell(text("A1", "000123"))).isEqualTo(Table.Cell.of("000123"));
    }

    @Test
    void a_number_that_the_spreadsheet_rounded_is_told() throws Unreadable {
        var cell = cell(number("A1", "2.1023598765432101E+19", 0));

        assertThat(cell.trouble()).contains("more than 15 digits").contains("as text");
    }

    @Test
    void dates_formulas_booleans_and_errors_are_texts() throws Unreadable {
        assertThat(cell(number("A1", "46054", 1))).isEqualTo(Table.Cell.of("2026-02-01"));
        assertThat(cell("<c r=\"A1\"><f>20+8</f><v>28.0</v></c>")).isEqualTo(Table.Cell.of("28"));
        assertThat(cell("<c r=\"A1\" t=\"str\"><f>A2</f><v>A03</v></c>")).isEqualTo(Table.Cell.of("A03"));
        assertThat(cell("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>").trouble()).contains("error");
    }

    @Test
    void a_merged_range_has_its_value_in_every_row() throws Unreadable {
        var rows = "<row r=\"1\">%s%s</row><row r=\"2\">%s</row><row r=\"3\">%s</row>".formatted(text("A1", "A03"),
                text("B1", "one"), text("B2", "two"), text("B3", "three"));

        var table = XlsxFile.read(new Workbook()
                .sheet("s", rows, "<mergeCells count=\"1\"><mergeCell ref=\"A1:A2\"/></mergeCells>").bytes())
                .getFirst();

        assertThat(texts(table)).containsExactly(List.of("A03", "one"), List.of("A03", "two"), List.of("", "three"));
    }

    @Test
    void a_file_that_unpacks_to_far_too_much_is_refused_before_it_is_read() {
        byte[] bomb = new Workbook().texts("s", new String[] {"a"}).part("xl/sharedStrings.xml", new byte[300 << 20])
                .bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> XlsxFile.read(bomb)).isInstanceOf(Unreadable.class).hasMessageContaining("256 MiB");
    }

    @Test
    void entities_are_refused() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst>&a;</sst>";

        assertThatThrownBy(() -> XlsxFile.read(new Workbook().texts("s", new String[] {"a"})
                .part("xl/sharedStrings.xml", evil.getBytes(StandardCharsets.UTF_8)).bytes()))
                        .isInstanceOf(Unreadable.class)
                        .hasMessageContaining("document type");
        assertThatThrownBy(() -> XlsxFile.read(new Workbook().texts("s", new String[] {"a"})
                .part("xl/sharedStrings.xml", evil.getBytes(StandardCharsets.UTF_16)).bytes()))
                        .isInstanceOf(Unreadable.class)
                        .hasMessageContaining("UTF-8");
    }

    @Test
    void damaged_files_are_told_as_such() {
        byte[] whole = new Workbook().texts("s", new String[] {"a"}).bytes();
        for (int length : new int[] {10, 100, whole.length / 2}) {
            assertThatThrownBy(() -> XlsxFile.read(Arrays.copyOf(whole, length))).isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> XlsxFile.read(new Workbook().sheet("s", "<row r=\"1\"><c").bytes()))
                .isInstanceOf(Unreadable.class);
        assertThat(XlsxFile.isArchive(whole)).isTrue();
        assertThat(XlsxFile.isArchive("name,serial".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }

    private static Table.Cell cell(String xml) throws Unreadable {
        return XlsxFile.read(new Workbook().sheet("s", "<row r=\"1\">" + xml + "</row>").bytes()).getFirst().rows()
                .getFirst()
                .cell(0);
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream().map(row -> row.cells().stream().map(Table.Cell::text).toList()).toList();
    }
}
