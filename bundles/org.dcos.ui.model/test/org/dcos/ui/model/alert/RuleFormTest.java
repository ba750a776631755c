package org.dcos.ui.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Severity;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RuleFormTest {

    private static final UUID ID = new UUID(7, 7);

    private final Texts english = Texts.load(Locale.ENGLISH);
    private final Texts chinese = Texts.load(Locale.SIMPLIFIED_CHINESE);

    @Test
    void every_kind_of_rule_comes_back_as_it_was() {
        for (var condition : List.<Condition>of(new Condition.BmcUnreachable(),
                new Condition.SensorOwnThreshold(Severity.CRITICAL, 2.5),
                new Condition.SensorLimit("*Inlet*", Optional.of("°C"), true, 42, 40.5),
                new Condition.SensorLimit("Fan*", Optional.empty(), false, 800, 900))) {
            var rule = rule("Rule", condition);

            assertThat(RuleForm.of(rule).problem(english)).isEmpty();
            assertThat(RuleForm.of(rule).rule()).isEqualTo(rule);
        }
    }

    @Test
    void a_new_rule_asks_for_a_name_first_and_for_its_limits() {
        var fresh = RuleForm.fresh(ID);

        assertThat(fresh.problem(english)).isEqualTo("Give the rule a name.");
        assertThat(fresh.problem(chinese)).isEqualTo("请填写规则名称。");
        assertThat(limit("Hot", true, "", "")).isEqualTo("Give both limits as numbers, for example 42 and 40.");
        assertThat(limit("Hot", true, "42", "40")).isEmpty();
    }

    @Test
    void limits_that_would_never_clear_are_told() {
        assertThat(limit("Hot", true, "42", "43")).contains("that value or lower");
        assertThat(limit("Slow", false, "800", "700")).contains("that value or higher");
    }

    @Test
    void a_line_says_what_raises_the_alert_in_both_languages() {
        var limit = rule("Hot", new Condition.SensorLimit("*Inlet*", Optional.of("°C"), true, 42, 40));
        var first = rule("BMC unreachable", new Condition.BmcUnreachable());

        assertThat(new RuleWords(english).row(limit).condition())
                .isEqualTo("*Inlet* above 42.0 °C, clears below 40.0 °C");
        assertThat(new RuleWords(chinese).row(limit).condition()).isEqualTo("*Inlet* 高于 42.0 °C，低于 40.0 °C 时恢复");
        assertThat(new RuleWords(chinese).row(first).name()).isEqualTo("BMC 不可达");
        assertThat(new RuleWords(chinese).row(limit).name()).isEqualTo("Hot");
        assertThat(new RuleWords(english).row(first).hold()).isEqualTo("30 s");
    }

    private String limit(String name, boolean above, String raise, String clear) {
        return new RuleForm(ID, 0, name, true, Severity.WARNING, RuleForm.Kind.SENSOR_LIMIT, Severity.WARNING, "2",
                "*", "", above, raise, clear, "0").problem(english);
    }

    private static AlertRule rule(String name, Condition condition) {
        return new AlertRule(ID, 3, name, true, Severity.WARNING, condition, Duration.ofSeconds(30));
    }
}
