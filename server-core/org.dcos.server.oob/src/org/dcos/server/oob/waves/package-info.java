/** Orders to many chassis: planned, run in waves, and kept server by server. */
package org.dcos.server.oob.waves;
