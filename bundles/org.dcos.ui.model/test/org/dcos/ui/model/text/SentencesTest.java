package org.dcos.ui.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.ui.model.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private final Texts texts = Texts.load(Locale.SIMPLIFIED_CHINESE);
    private final Sentences chinese = texts.sentences();

    @Test
    void problems_that_the_domain_makes_are_told_in_chinese() {
        var unknown = NotFound.of(Kind.NETWORK_DEVICE.word(), new UUID(0, 7));
        var address = catchThrowable(() -> Address.parse("10.0.0.300"));
        var network = catchThrowable(() -> Cidr.parse("10.1.2.3/24"));
        var field = catchThrowableOfType(Invalid.class, () -> Items.with(Items.blank(Kind.SERVER, new UUID(0, 1)),
                Map.of("mounting.lowestUnit", "many")));

        assertThat(chinese.of(unknown.getMessage()))
                .isEqualTo("没有 ID 为 00000000-0000-0000-0000-000000000007 的网络设备，可能已被删除。");
        assertThat(chinese.of(address.getMessage())).isEqualTo("“10.0.0.300”不是 IPv4 地址：300 大于 255。");
        assertThat(chinese.of(network.getMessage())).isEqualTo("10.1.2.3/24 的主机位不为零；网段应为 10.1.2.0/24。");
        assertThat(chinese.of(field.violations().getFirst().message())).contains("many").doesNotContain("number");
        assertThat(new ServerWords(texts).problem(field)).startsWith("U 位：“many”不是");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    A server that is PLANNED cannot become ACTIVE; it can become DISCOVERED, RETIRED.\
                    |状态为“已规划”的服务器不能变为“在用”；可以变为已发现、已退役。
                    U5-U6 of rack C01 is kept for Payments (next year). \
                    Delete the reservation first, or make Payments the owner.\
                    |机柜 C01 的 U5-U6 预留给 Payments（next year）。请先删除该预留，或把负责人改为 Payments。
                    The rack C01 still has 3 servers (a, b, c). Delete or move them first.\
                    |机柜 C01 仍有 3 个服务器（a, b, c）。请先删除或移走。
                    The serial number S1 stands in row 5 of sheet Servers too.|序列号 S1 也出现在工作表 Servers 的第 5 行。
                    There is no rack or room 'C9', neither recorded nor in this file.|没有机柜或机房“C9”，台账和本文件中都没有。
                    The next step is to unplug web-1, not to mount web-1.|下一步是拔下 web-1 的线缆，而不是将 web-1 上架。
                    web-1: owner 'a' -> 'b'; place 'X U5' -> 'Y U7'|web-1：负责人“a”→“b”；位置“X U5”→“Y U7”
                    3 servers, 1 rack|服务器 3 项、机柜 1 项
                    silent to ARP (2 tries), ICMP echo (3 tries); TCP: No host can have this address.\
                    |无应答：ARP（2 次）、ICMP echo（3 次）；TCP：任何主机都不会有这个地址。
                    It is not what was bought: DIMM: bought 16, found 15 (A1, A2); model: bought R650, found R640\
                    |与采购不符：DIMM：采购 16，实际 15 (A1, A2)；型号：采购 R650，实际 R640
                    Record a prefix of purpose 'oob' for R1 with room in it, then try it again.\
                    |请为 R1 登记一个用途为“oob”且有空闲地址的网段，然后重试。
                    10.1.2.3:8443 refuses connections. Is the server-core running, and is the port right?\
                    |10.1.2.3:8443 拒绝连接。请确认服务核心正在运行，且端口正确。
                    """)
    void sentences_of_the_server_core_are_told_with_what_is_filled_in(String english, String told) {
        assertThat(chinese.of(english)).isEqualTo(told);
        assertThat(chinese.find(english)).contains(told);
    }

    @Test
    void what_is_filled_in_may_hold_sentences_that_are_filled_in_themselves() {
        assertThat(chinese.of("Change set 5 cannot be taken back: the server web-1 was changed later by change set 7 "
                + "(x y); and 3 more. Take the later change sets back first."))
                        .isEqualTo("变更集 5 不能撤销：服务器 web-1 之后又被更改（变更集 7，x y）；另有 3 项。请先撤销之后的变更集。");
        assertThat(chinese.of("The certificate changed: it was AA and now is BB. Either the server-core was set up "
                + "anew, or somebody sits in between. Ask who runs it before you trust it."))
                        .startsWith("证书已变更：原为 AA，现为 BB。可能是服务核心重新安装过");
        assertThat(chinese.of("2 addresses in a row cannot be given: 10.0.0.0/24 has 1 free, 10.0.1.0/24 has 0 free, "
                + "and 2 unrecorded answers on the wire. Take addresses back, or record another prefix."))
                        .startsWith("无法给出连续的 2 个地址：10.0.0.0/24 有 1 个空闲、10.0.1.0/24 有 0 个空闲，另有 2 个未登记的地址");
    }

    @Test
    void the_template_with_the_most_letters_is_taken() {
        var few = new Sentences(texts, Map.of("%s is no %s.", "%1$s 不是%2$s。", "%s is no UDP port.", "%1$s 不是 UDP 端口。",
                "The %s is no UDP port.", "该%1$s不是 UDP 端口。"));

        assertThat(few.of("70000 is no UDP port.")).isEqualTo("70000 不是 UDP 端口。");
        assertThat(few.of("The number is no UDP port.")).isEqualTo("该 number 不是 UDP 端口。");
    }

    @Test
    void names_in_quotes_and_names_that_look_like_sentences_stay_as_they_are() {
        assertThat(chinese.of("'server' is no number.")).isEqualTo("“server”不是数字。");
        assertThat(chinese.of("storage to backup")).isEqualTo("storage to backup");
        assertThat(chinese.of("web-1 is retired. db in room 5 is retired."))
                .isEqualTo("web-1 已退役。db in room 5 已退役。");
    }

    @Test
    void a_sentence_that_is_not_known_stays_english_beside_those_that_are() {
        assertThat(chinese.of("It melted. Give a name. Call the fire brigade."))
                .isEqualTo("It melted. 请填写名称。Call the fire brigade.");
        assertThat(chinese.find("It melted. Give a name.")).isEmpty();
        assertThat(Texts.load(Locale.ENGLISH).sentences().of("Give a name.")).isEqualTo("Give a name.");
    }

    @Test
    void the_field_of_a_violation_is_named_as_in_forms() {
        assertThat(chinese.field("mounting.lowestUnit")).isEqualTo("U 位");
        assertThat(chinese.field("edits[0].item.serial")).isEqualTo("序列号");
        assertThat(chinese.field("server web-1: owner")).isEqualTo("服务器 web-1：负责人");
        assertThat(chinese.field("baseline.xlsx row 5")).isEqualTo("baseline.xlsx 第 5 行");
        assertThat(chinese.field("strange")).isEqualTo("strange");
    }

    @Test
    void ten_thousand_findings_are_told_in_a_few_seconds() {
        var findings = List.of("There is no rack 'C%d', neither recorded nor in this file.",
                "The serial number S%d stands in row 5 of sheet Servers too.", "Give a name.",
                "U1-U2 of rack C%d is taken by web-%1$d (U1-U2).");

        double used = CpuTime.millis(2, () -> {
            for (int i = 0; i < 10_000; i++) {
                assertThat(chinese.find(findings.get(i % findings.size()).formatted(i))).isPresent();
            }
        });

        assertThat(used).isLessThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"There is no ", "a to b ", "'%s' is no ", "x, ", "A: ", "Is. ", "; and ", "server ",
        " cannot be given: ", "is taken by the rack (", "%1$s ", "\\$1 ", "'' is '' "})
    void no_hostile_text_is_looked_at_for_long(String piece) {
        var hostile = piece.repeat(9_990 / piece.length()) + "end.";

        assertThat(CpuTime.millis(1, () -> chinese.of(hostile))).isLessThan(2_000);
        assertThat(chinese.of(piece.repeat(100_000))).isEqualTo(piece.repeat(100_000));
    }

    @Test
    void states_of_discrete_sensors_are_named_and_those_of_makers_stay() {
        var quantities = new Quantities(Locale.SIMPLIFIED_CHINESE);

        assertThat(quantities.states(List.of("Present", "Predictive failure", "OEM state 3")))
                .isEqualTo("在位、预测性故障、OEM state 3");
        assertThat(new Quantities(Locale.ENGLISH).states(List.of("Present", "Failure"))).isEqualTo("Present, Failure");
    }
}
