/** Orders to many chassis in the database. */
package org.dcos.server.store.power;
