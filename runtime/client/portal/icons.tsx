const paths: Record<string, string> = {
  form: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7', list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01', map: 'M12 21s7-6.2 7-11a7 7 0 10-14 0c0 4.8 7 11 7 11zM12 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  bell: 'M6 17V11a6 6 0 1112 0v6l1.5 2h-15zM10 21h4', heart: 'M12 20S4 15 4 9.5A4.3 4.3 0 0112 7a4.3 4.3 0 018 2.5C20 15 12 20 12 20z', people: 'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5M16 11a3 3 0 100-6M17.5 14.8c2.4.7 4 2.5 4 5.2',
  phone: 'M5 4h4l1.5 5L8 10.5a12 12 0 005.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 01-1.5 1.5A15 15 0 013.5 5.5 1.5 1.5 0 015 4z', shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5', book: 'M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14',
  baby: 'M12 9a3 3 0 100-6 3 3 0 000 6zM7 21v-6c0-3 2-5 5-5s5 2 5 5v6M10 21v-4h4v4', chart: 'M4 20V4M4 20h16M8 16v-5M12.5 16V8M17 16v-8', doctor: 'M6 3v6a4 4 0 008 0V3M10 13v3a4 4 0 008 0v-2M18 14a2 2 0 100-4 2 2 0 000 4z',
  home: 'M3 11l9-8 9 8v10h-6v-6H9v6H3z', me: 'M12 12a4.5 4.5 0 100-9 4.5 4.5 0 000 9zM4 21c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5', search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM20 20l-4-4', right: 'M9 5l7 7-7 7', left: 'M15 5l-7 7 7 7', plus: 'M12 5v14M5 12h14', close: 'M6 6l12 12M18 6L6 18', check: 'M4 12l6 6L20 6',
};

/** A line drawing; meaning stands in the text beside it. */
export function PortalIcon({ name, size = 24 }: { name: string; size?: number }) {
  return <svg className="p-icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d={paths[name] ?? paths['form']} /></svg>;
}
