// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this process has used up to a moment.
 * <p>
 * What threads allocated that have ended is not known to the JVM any more, so it has to
 * be asked while they live.
 *
 * @param cpuMicros processor time of all its threads
 * @param allocatedBytes what its living threads have allocated
 */
record Consumption(long cpuMicros, long allocatedBytes) {

	static Consumption now() {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = 0;
		for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
			allocated += Math.max(0, bytes);
		}
		return new Consumption(system.getProcessCpuTime() / 1000, allocated);
	}

	/**
	 * The bytes of the heap that are in use by something that lives.
	 */
	static long usedHeap() {
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		// The second time for what had to be finalized or cleaned
		memory.gc();
		memory.gc();
		return memory.getHeapMemoryUsage().getUsed();
	}

	Consumption since(Consumption begin) {
		return new Consumption(this.cpuMicros - begin.cpuMicros, this.allocatedBytes - begin.allocatedBytes);
	}

}
