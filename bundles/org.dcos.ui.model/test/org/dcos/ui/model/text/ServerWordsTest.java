package org.dcos.ui.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operation.State;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWordsTest {

    private final ServerWords english = new ServerWords(Texts.load(Locale.ENGLISH));
    private final ServerWords chinese = new ServerWords(Texts.load(Locale.SIMPLIFIED_CHINESE));

    @Test
    void an_operation_has_a_title_in_the_readers_language() {
        var cycle = operation("power.cycle", "Power cycle of srv-a", 1);

        assertThat(english.title(cycle, "srv-a")).isEqualTo("Power cycle of srv-a");
        assertThat(chinese.title(cycle, "srv-a")).isEqualTo("断电重启：srv-a");
        assertThat(chinese.title(operation("discovery", "Discovery of 254 addresses", 254), ""))
                .isEqualTo("发现 BMC：254 个目标");
        assertThat(chinese.message(cycle)).isEqualTo("已完成 0/1");
        assertThat(english.message(cycle)).isEqualTo("0 of 1 done");
    }

    @Test
    void a_kind_that_is_not_known_yet_says_what_the_server_core_says() {
        assertThat(chinese.title(operation("deploy.image", "Deployment of srv-a", 1), "srv-a"))
                .isEqualTo("Deployment of srv-a");
        assertThat(chinese.result(new Operation.Result("srv-a", Optional.empty(), false, "melted", "It melted.")))
                .isEqualTo("srv-a：It melted.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "not-followed", "no-bmc", "silent", "wrong-credential", "refused", "no-safe-suite",
        "garbage", "no-login", "unmatched", "duplicate", "conflict", "cancelled", "error", "matched",
        "nothing-to-do", "interrupted"})
    void every_outcome_of_today_has_words(String outcome) {
        var result = new Operation.Result("srv-a", Optional.empty(), true, outcome, "in English");

        assertThat(chinese.result(result)).startsWith("srv-a：").doesNotContain("English", "!");
        assertThat(english.result(result)).isEqualTo("srv-a: in English");
    }

    @Test
    void a_deed_of_the_audit_log_is_told_with_its_detail() {
        assertThat(chinese.deed(entry("power.cycle", "Ordered power cycle of srv-a"))).isEqualTo("下令断电重启");
        assertThat(chinese.deed(entry("server.save", "srv-a: owner 'a' -> 'b'")))
                .isEqualTo("更改记录：srv-a：负责人“a”→“b”");
        assertThat(chinese.deed(entry("new.deed", "Did something new"))).isEqualTo("Did something new");
        assertThat(english.deed(entry("power.cycle", "Ordered power cycle of srv-a")))
                .isEqualTo("Ordered power cycle of srv-a");
    }

    @Test
    void a_problem_begins_in_the_readers_language() {
        assertThat(chinese.problem(new Conflict("It is resolved already.")))
                .isEqualTo("与当前状态冲突。It is resolved already.");
        assertThat(chinese.problem(new Unavailable("No answer."))).startsWith("暂时无法完成。");
        assertThat(chinese.problem(new Conflict("web-1 is retired."))).isEqualTo("web-1 已退役。");
        assertThat(english.problem(new Unavailable("No answer."))).isEqualTo("No answer.");
    }

    private static Operation operation(String kind, String title, int total) {
        return new Operation(new UUID(1, 1), kind, title, State.RUNNING, 0, total, "0 of 1 done", "li.wei",
                Instant.EPOCH, Optional.empty(), List.of());
    }

    private static AuditEntry entry(String action, String what) {
        return new AuditEntry(1, Instant.EPOCH, "li.wei", "10.0.0.9", action, Optional.empty(), what, "");
    }
}
