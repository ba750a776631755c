package org.dcos.ui.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Severity;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RulesModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final RulesModel model = new RulesModel(estates, Texts.load(Locale.ENGLISH));

    @Test
    void without_a_connection_there_are_no_rules_and_it_is_said_why() {
        model.load();

        assertThat(model.rows().getValue()).isEmpty();
        assertThat(model.problem().getValue()).isEqualTo("Not connected");
    }

    @Test
    void the_rules_are_listed_by_name_as_people_order_them() {
        connected(rule("Rule 10"), rule("Rule 2"));

        assertThat(model.rows().getValue()).extracting(RuleRow::name).containsExactly("Rule 2", "Rule 10");
    }

    @Test
    void a_rule_is_switched_saved_and_deleted_and_the_list_follows() {
        var rule = rule("Silent");
        connected(rule);

        model.toggle(rule);
        realm.runPosted();
        assertThat(model.rows().getValue()).singleElement().extracting(RuleRow::state).isEqualTo("off");

        var saved = new AtomicInteger();
        model.save(rule("Another"), saved::incrementAndGet);
        realm.runPosted();
        assertThat(saved).hasValue(1);
        assertThat(model.rows().getValue()).extracting(RuleRow::name).containsExactly("Another", "Silent");

        model.delete(rule);
        realm.runPosted();
        assertThat(model.rows().getValue()).extracting(RuleRow::name).containsExactly("Another");
    }

    private void connected(AlertRule... rules) {
        for (var rule : rules) {
            server.rules.put(rule.id(), rule);
        }
        estates.connect(server);
        realm.runPosted();
        model.load();
        realm.runPosted();
    }

    private static AlertRule rule(String name) {
        return new AlertRule(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, true, Severity.WARNING,
                new Condition.BmcUnreachable(), Duration.ofSeconds(30));
    }
}
