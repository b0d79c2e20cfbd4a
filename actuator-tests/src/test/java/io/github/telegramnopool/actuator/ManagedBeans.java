// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * All that JMX shows to whoever only reads.
 */
final class ManagedBeans {

	private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

	private final Map<String, String> seen = new TreeMap<>();

	static Map<String, String> read() {
		ManagedBeans beans = new ManagedBeans();
		beans.server.queryNames(null, null).forEach(beans::read);
		return beans.seen;
	}

	private void read(ObjectName name) {
		try {
			MBeanInfo info = this.server.getMBeanInfo(name);
			for (MBeanAttributeInfo attribute : info.getAttributes()) {
				note(name, attribute.getName(), () -> this.server.getAttribute(name, attribute.getName()));
			}
			for (MBeanOperationInfo operation : info.getOperations()) {
				if (name.getDomain().equals("org.springframework.boot")
						&& operation.getImpact() == MBeanOperationInfo.INFO) {
					note(name, operation.getName(), () -> this.server.invoke(name, operation.getName(),
							new Object[operation.getSignature().length], signature(operation)));
				}
			}
		}
		catch (JMException ex) {
			// Gone meanwhile
		}
	}

	private static String[] signature(MBeanOperationInfo operation) {
		return Arrays.stream(operation.getSignature()).map((parameter) -> parameter.getType()).toArray(String[]::new);
	}

	private void note(ObjectName name, String member, Reading reading) {
		try {
			this.seen.put(name + " " + member, String.valueOf(reading.read()));
		}
		catch (Exception ex) {
			this.seen.put(name + " " + member, ex.toString());
		}
	}

	@FunctionalInterface
	private interface Reading {

		Object read() throws Exception;

	}

}
