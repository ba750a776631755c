package org.dcos.ui.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.junit.jupiter.api.Test;

class AlertWordsTest {

    private static final Duration HELD = Duration.ofSeconds(30);
    private static final Finding INLET = new Finding.SensorBeyondThreshold("Inlet Temp", 44.1, "°C", true,
            Finding.Threshold.CRITICAL, 42, 41, Duration.ZERO);
    private static final Finding SILENT = new Finding.BmcUnreachable("No answer.",
            Optional.of(new BmcTrouble("10.0.0.1",
                    623, new Cause.NoAnswer(4, Duration.ofMillis(9_340), false))),
            HELD);

    private final AlertWords english = new AlertWords(Texts.load(Locale.ENGLISH));
    private final AlertWords chinese = new AlertWords(Texts.load(Locale.SIMPLIFIED_CHINESE));

    @Test
    void a_threshold_is_told_in_both_languages() {
        var alert = alert(Optional.of(INLET), Optional.empty());

        assertThat(english.what(alert)).isEqualTo("Inlet Temp 44.1 °C above 42.0 °C");
        assertThat(english.why(alert)).isEqualTo("Value 44.1 °C is at or above the upper critical threshold 42.0 °C "
                + "of the sensor; it clears below 41.0 °C.");
        assertThat(chinese.what(alert)).isEqualTo("Inlet Temp 44.1 °C，高于 42.0 °C");
        assertThat(chinese.why(alert)).isEqualTo("数值 44.1 °C 达到或高于传感器的严重上限 42.0 °C；低于 41.0 °C 时恢复。");
    }

    @Test
    void a_silent_controller_is_told_with_address_tries_and_what_to_do() {
        var alert = alert(Optional.of(SILENT), Optional.empty());

        assertThat(english.why(alert)).isEqualTo("BMC 10.0.0.1:623: no answer after 4 tries in 9.3 s. Check its cable, "
                + "address and UDP port, and that IPMI over LAN is enabled. It has been so for 30 s.");
        assertThat(chinese.what(alert)).isEqualTo("BMC 不可达");
        assertThat(chinese.why(alert)).contains("10.0.0.1:623", "9.3 秒内尝试 4 次均无应答", "已持续 30 秒。");
    }

    @Test
    void a_limit_of_a_rule_names_the_rule() {
        var alert = alert(Optional.of(new Finding.SensorBeyondLimit("Fan 1", 790, "rpm", false, 800, 900, "Slow fans",
                Duration.ofMinutes(2))), Optional.empty());

        assertThat(english.why(alert)).isEqualTo(
                "Value 790 rpm is below the limit 800 rpm of the rule \"Slow fans\" for 2 min; "
                        + "it clears above 900 rpm.");
        assertThat(chinese.why(alert)).isEqualTo("数值 790 rpm 低于规则“Slow fans”的下限 800 rpm，已持续 2 分钟；高于 900 rpm 时恢复。");
    }

    @Test
    void how_it_ended_is_told_behind_why_it_began() {
        var alert = alert(Optional.of(INLET), Optional.of(new Ending.ValueBack(39, "°C")));

        assertThat(english.why(alert)).endsWith("clears below 41.0 °C. Ended: Value is back at 39.0 °C.");
        assertThat(chinese.why(alert)).endsWith("时恢复。结束原因：数值已回到 39.0 °C。");
    }

    @Test
    void an_alert_without_parts_says_its_stored_sentences() {
        var alert = alert(Optional.empty(), Optional.empty());

        assertThat(chinese.what(alert)).isEqualTo("what");
        assertThat(chinese.why(alert)).isEqualTo("why");
        assertThat(chinese.where(alert)).isEqualTo("srv · A03 U28");
        assertThat(chinese.where(alert.stored(1, Alert.NOWHERE))).isEqualTo("已不在记录中的服务器");
    }

    @Test
    void every_part_has_words_in_both_languages() {
        var all = new ArrayList<Alert>();
        for (var reason : Ending.Reason.values()) {
            all.add(alert(Optional.of(INLET), Optional.of(new Ending.Because(reason))));
        }
        for (var level : Level.values()) {
            all.add(alert(Optional.of(new Finding.SensorInState("PSU 1", List.of(), level, HELD)),
                    Optional.of(new Ending.StateBack(level))));
        }
        for (var threshold : Finding.Threshold.values()) {
            all.add(alert(Optional.of(new Finding.SensorBeyondThreshold("Fan", 1, "rpm", false, threshold, 1, 2, HELD)),
                    Optional.empty()));
        }
        for (var cause : List.of(new Cause.NoAnswer(1, HELD, true), new Cause.NotSent(), new Cause.NoAddress(),
                new Cause.WrongLogin("root"), new Cause.LoginForgotten(), new Cause.Refused("Get Sensor", 0xD4),
                new Cause.Refused("Get Sensor", 0xC0), new Cause.Refused("Get Sensor", 0xC1),
                new Cause.SessionRefused(1), new Cause.SessionRefused(0x12), new Cause.NoSafeSuite(),
                new Cause.NotIpmi("short"))) {
            all.add(alert(Optional.of(new Finding.BmcUnreachable("said in English",
                    Optional.of(new BmcTrouble("10.0.0.1", 623, cause)), Duration.ZERO)), Optional.empty()));
        }
        for (var alert : all) {
            for (var words : List.of(english, chinese)) {
                assertThat(words.what(alert) + words.why(alert)).doesNotContain("!", "{", "said in English");
            }
            assertThat(chinese.why(alert)).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void the_last_problem_of_a_server_is_told_in_the_readers_language() {
        var trouble = new BmcTrouble("10.0.0.1", 623, new Cause.WrongLogin("root"));
        var status = new ServerStatus(new UUID(1, 1), Reachability.UNREACHABLE, PowerState.ON, Health.OK,
                Optional.empty(), Optional.empty(), Optional.empty(), "in English", Optional.empty(), Optional.empty(),
                Optional.of(trouble));

        assertThat(new TroubleWords(Texts.load(Locale.SIMPLIFIED_CHINESE)).of(status)).contains("10.0.0.1:623", "root",
                "登录被拒绝");
        assertThat(new TroubleWords(Texts.load(Locale.ENGLISH)).of(ServerStatus.unknown(new UUID(1, 1),
                Reachability.UNKNOWN))).isEmpty();
    }

    private static Alert alert(Optional<Finding> finding, Optional<Ending> ending) {
        return new Alert(new UUID(1, 1), 1, new UUID(2, 2), new UUID(3, 3), "", Severity.WARNING, AlertState.FIRING,
                "what", "srv · A03 U28", "why", Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "", finding, ending);
    }
}
