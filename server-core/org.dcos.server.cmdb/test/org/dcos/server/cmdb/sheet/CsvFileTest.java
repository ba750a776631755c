package org.dcos.server.cmdb.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void reads_quotes_doubled_quotes_and_line_ends_within_quotes() throws Unreadable {
        assertThat(read("a,\"b,c\",\"d\"\"e\",\"f\r\ng\"\n1,2,3,4")).containsExactly(
                List.of("a", "b,c", "d\"e", "f\ng"),
                List.of("1", "2", "3", "4"));
    }

    @Test
    void a_quote_within_plain_text_is_a_character() throws Unreadable {
        assertThat(read("19\" rack,b\n\"a\" b,c")).containsExactly(List.of("19\" rack", "b"), List.of("a b", "c"));
    }

    @Test
    void finds_the_separator() throws Unreadable {
        assertThat(read("a;b,c;d\n1;2;3")).containsExactly(List.of("a", "b,c", "d"), List.of("1", "2", "3"));
        assertThat(read("a\tb\n1\t2")).containsExactly(List.of("a", "b"), List.of("1", "2"));
        assertThat(read("sep=;\na;b\n")).containsExactly(List.of("a", "b"));
        assertThat(read("\"a;b;c\",d")).containsExactly(List.of("a;b;c", "d"));
    }

    @Test
    void numbers_rows_as_a_spreadsheet_does_and_leaves_out_blank_ones() throws Unreadable {
        var rows = CsvFile.read("f", "a,b\r\n\r\n , \r\n\"x\ny\",2\r\nz".getBytes(StandardCharsets.UTF_8)).rows();

        assertThat(rows).extracting(Table.Row::number).containsExactly(1, 4, 5);
        assertThat(rows.get(2).cell(7).text()).isEmpty();
    }

    @Test
    void knows_its_encodings() throws Unreadable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(texts(CsvFile.read("f", "名称,序列号\n服务器,00123".getBytes(charset)))).as(charset.name())
                    .containsExactly(List.of("名称", "序列号"), List.of("服务器", "00123"));
        }
        assertThat(texts(CsvFile.read("f", "\uFEFF名称,b".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(List.of("名称", "b"));
        assertThat(texts(CsvFile.read("f", "\uFEFF名称\tb".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(List.of("名称", "b"));
        assertThat(texts(CsvFile.read("f", "\uFEFF名称\tb".getBytes(StandardCharsets.UTF_16BE))))
                .containsExactly(List.of("名称", "b"));
    }

    @Test
    void keeps_leading_zeros() throws Unreadable {
        assertThat(read("serial\n000123\n1e5")).containsExactly(List.of("serial"), List.of("000123"), List.of("1e5"));
    }

    @Test
    void what_is_no_text_is_told() {
        assertThatThrownBy(() -> CsvFile.read("f", new byte[] {1, 0, 2})).isInstanceOf(Unreadable.class)
                .hasMessageContaining("not text");
        assertThatThrownBy(() -> CsvFile.read("f", new byte[] {'a', (byte) 0xFF, (byte) 0xFF}))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("neither UTF-8 nor GB18030");
        assertThatThrownBy(() -> read("a,\"b\nc")).isInstanceOf(Unreadable.class).hasMessageContaining("row 1");
        assertThatThrownBy(() -> read("\n".repeat(Table.MAX_ROWS + 1))).isInstanceOf(Unreadable.class)
                .hasMessageContaining("rows");
        assertThatThrownBy(() -> read("x".repeat(40_000))).isInstanceOf(Unreadable.class)
                .hasMessageContaining("longer");
    }

    @Test
    void an_empty_file_has_no_rows() throws Unreadable {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void cell_names_are_those_of_spreadsheets() {
        assertThat(Table.cellName(0, 1)).isEqualTo("A1");
        assertThat(Table.cellName(25, 9)).isEqualTo("Z9");
        assertThat(Table.cellName(26, 9)).isEqualTo("AA9");
        assertThat(Table.cellName(701, 10)).isEqualTo("ZZ10");
        assertThat(Table.cellName(702, 10)).isEqualTo("AAA10");
    }

    private static List<List<String>> read(String text) throws Unreadable {
        return texts(CsvFile.read("f", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream().map(row -> row.cells().stream().map(Table.Cell::text).toList()).toList();
    }
}
