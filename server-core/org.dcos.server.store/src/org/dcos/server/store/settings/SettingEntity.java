package org.dcos.server.store.settings;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One setting of one service. */
@Entity
@Table(name = "setting")
@IdClass(SettingEntity.Key.class)
class SettingEntity {
    @Id String service;
    @Id String name;
    @Column(name = "setting_value") String value;

    static SettingEntity of(String service, String name, String value) {
        var row = new SettingEntity();
        row.service = service;
        row.name = name;
        row.value = value;
        return row;
    }

    /** Both columns of the primary key. */
    record Key(String service, String name) implements Serializable {}
}
