package org.dcos.server.store.settings;

import java.util.Map;
import java.util.stream.Collectors;

import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings in the database. */
@Component
public final class JpaSettingsStore implements SettingsStore {

    private final H2Database database;

    @Activate
    public JpaSettingsStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> load(String service) {
        return database.read(entities -> entities
                .createQuery("select s from SettingEntity s where s.service = :service", SettingEntity.class)
                .setParameter("service", service).getResultList().stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.name, row -> row.value)));
    }

    @Override
    public void save(String service, Map<String, String> values) {
        database.write(entities -> {
            entities.createQuery("delete from SettingEntity s where s.service = :service")
                    .setParameter("service", service)
                    .executeUpdate();
            values.forEach((name, value) -> entities.persist(SettingEntity.of(service, name, value)));
            return null;
        });
    }
}
