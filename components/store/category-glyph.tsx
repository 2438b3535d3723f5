import {
  Baby,
  BookOpen,
  Briefcase,
  Camera,
  Clapperboard,
  ClipboardList,
  Cloud,
  Gamepad2,
  GraduationCap,
  HeartPulse,
  House,
  Library,
  type LucideIcon,
  Megaphone,
  MessageCircle,
  Music,
  Navigation,
  Newspaper,
  PenTool,
  Plane,
  ShoppingBag,
  Shapes,
  Stethoscope,
  Terminal,
  Trophy,
  Utensils,
  Wallet,
  Wrench,
} from 'lucide-react';

const glyphs: Record<string, LucideIcon> = {
  baby: Baby,
  'book-open': BookOpen,
  briefcase: Briefcase,
  camera: Camera,
  clapperboard: Clapperboard,
  'clipboard-list': ClipboardList,
  cloud: Cloud,
  'gamepad-2': Gamepad2,
  'graduation-cap': GraduationCap,
  'heart-pulse': HeartPulse,
  house: House,
  library: Library,
  megaphone: Megaphone,
  'message-circle': MessageCircle,
  music: Music,
  navigation: Navigation,
  newspaper: Newspaper,
  'pen-tool': PenTool,
  plane: Plane,
  'shopping-bag': ShoppingBag,
  stethoscope: Stethoscope,
  terminal: Terminal,
  trophy: Trophy,
  utensils: Utensils,
  wallet: Wallet,
  wrench: Wrench,
};

/** A category's sign in its hue, by the name of its icon. */
export function CategoryGlyph({ icon, hue }: { icon: string; hue: number }) {
  const Glyph = glyphs[icon] ?? Shapes;
  return (
    <span
      aria-hidden="true"
      className="grid size-12 shrink-0 place-items-center rounded-icon"
      style={{
        backgroundColor: `light-dark(oklch(0.94 0.035 ${hue}), oklch(0.3 0.05 ${hue}))`,
        color: `light-dark(oklch(0.44 0.1 ${hue}), oklch(0.84 0.09 ${hue}))`,
      }}
    >
      <Glyph className="size-5.5" strokeWidth={1.75} />
    </span>
  );
}
